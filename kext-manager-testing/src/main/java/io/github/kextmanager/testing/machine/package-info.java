/**
 * A simulated Mac as a whole: what it is, what it keeps between two commands, and what happens when
 * it starts.
 */
package io.github.kextmanager.testing.machine;
