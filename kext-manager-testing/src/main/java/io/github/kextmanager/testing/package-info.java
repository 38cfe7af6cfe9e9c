/**
 * Command runners that stand in for a Mac.
 *
 * <p>{@link io.github.kextmanager.testing.ScriptedCommandRunner} answers from a script, {@link
 * io.github.kextmanager.testing.SimulatedMac} from what a Mac would do.
 */
package io.github.kextmanager.testing;
