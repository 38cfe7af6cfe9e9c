/**
 * The programs that judge kexts on disk, with the library's own idea of what is wrong with one: the
 * same vectors judge both. No other package here shares it.
 */
package io.github.kextmanager.testing.offline;
