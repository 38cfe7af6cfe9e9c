/**
 * The log of the kext tools: levels, filters, and what passes which.
 *
 * <p>The rules are those of {@code OSKextLogSpec} (IOKitUser, OSKext.h and OSKext.c).
 */
package io.github.kextmanager.testing.log;
