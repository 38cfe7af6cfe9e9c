/**
 * The programs of the simulated Mac: each reads its arguments, does its work and prints, as the
 * real one does.
 */
package io.github.kextmanager.testing.program;
