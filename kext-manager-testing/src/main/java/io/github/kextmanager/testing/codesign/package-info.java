/**
 * {@code codesign}: what it displays of the code signatures that lie on the disk.
 *
 * <p>The lines and their order are those of Apple's cs_dump.cpp (security_systemkeychain).
 */
package io.github.kextmanager.testing.codesign;
