/**
 * The runner that starts real processes.
 *
 * <p>Apache Commons Exec launches; deadline, reading, killing and the exit status are ours, because
 * its own do not bound a run, lose what a dying child says, and swallow interrupts. No other
 * package imports Commons Exec.
 */
package io.github.kextmanager.command.exec;
