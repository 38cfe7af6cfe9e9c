package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.CommandRecord.Access;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands of one operation: each is run, and written down whether it ran well or not. */
final class Commands {
  private final CommandRunner runner;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final List<CommandRecord> records = new ArrayList<>();

  Commands(CommandRunner runner, AuditTrail audit, InstantSource clock) {
    this.runner = runner;
    this.audit = audit;
    this.clock = clock;
  }

  CommandResult runAsCaller(CommandLine command) {
    return run(command, Access.CALLER);
  }

  CommandResult runAsRoot(CommandLine command, Privilege privilege) {
    return run(privilege.applyTo(command), Access.ROOT);
  }

  List<CommandRecord> records() {
    return List.copyOf(records);
  }

  InstantSource clock() {
    return clock;
  }

  private CommandResult run(CommandLine command, Access access) {
    var startedAt = clock.instant();
    long begun = System.nanoTime();
    try {
      CommandResult result = runner.run(command);
      write(
          new CommandRecord(
              startedAt,
              command.argv(),
              access,
              Optional.of(result.termination()),
              result.elapsed()));
      return result;
    } catch (CommandException failure) {
      write(
          new CommandRecord(
              startedAt,
              command.argv(),
              access,
              Optional.<Termination>empty(),
              Duration.ofNanos(System.nanoTime() - begun)));
      throw failure;
    }
  }

  private void write(CommandRecord record) {
    records.add(record);
    if (record.access() == Access.ROOT) {
      audit.add(record);
    }
  }
}
