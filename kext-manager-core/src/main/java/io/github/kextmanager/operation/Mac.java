package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.lifecycle.Deadlines;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.lifecycle.Pause;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The Mac as operations see it.
 *
 * @param runner runs its commands
 * @param root the folder below which its files are
 * @param host what is known of it
 * @param deadlines how long its commands may take
 * @param clock its wall clock
 * @param audit what ran as root
 * @param turn lets one change through at a time
 * @param kernelLog whether its log is asked after a refusal
 * @param memory what is remembered of changes
 * @param pause lets time pass
 * @param ticker nanoseconds, by a clock that does not jump
 */
public record Mac(
    CommandRunner runner,
    Path root,
    Host host,
    Deadlines deadlines,
    InstantSource clock,
    AuditTrail audit,
    Turn turn,
    KernelLogUse kernelLog,
    Memory memory,
    Pause pause,
    LongSupplier ticker) {

  Commands commands() {
    return new Commands(runner, audit, clock);
  }
}
