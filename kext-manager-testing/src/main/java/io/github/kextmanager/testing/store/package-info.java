/**
 * What outlives a process: one value in one file, and the lock that lets one process at a time
 * change it. Knows nothing of Macs.
 */
package io.github.kextmanager.testing.store;
