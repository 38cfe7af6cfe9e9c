/**
 * Command runners that stand in for a Mac.
 *
 * <p>{@link io.github.kextmanager.testing.ScriptedCommandRunner} answers from a script.
 */
package io.github.kextmanager.testing;
