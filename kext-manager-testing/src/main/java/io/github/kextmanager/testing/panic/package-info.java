/**
 * What a simulated Mac leaves behind after a panic: the text that its kernel writes, and the report
 * that is found on the disk after the restart.
 */
package io.github.kextmanager.testing.panic;
