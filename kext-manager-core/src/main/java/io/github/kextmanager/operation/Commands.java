package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.SudoRefusal;
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

  /**
   * Runs a command that needs root.
   *
   * @throws CommandNotStartedException also if it is sudo that does not find the tool
   */
  CommandResult runAsRoot(CommandLine command, Privilege privilege) {
    Access access = privilege instanceof Privilege.None ? Access.CALLER : Access.ROOT;
    CommandResult result = run(privilege.applyTo(command), access);
    Optional<SudoRefusal> refusal = SudoRefusal.in(result);
    if (refusal.isPresent() && refusal.get().kind() == SudoRefusal.Kind.COMMAND_NOT_FOUND) {
      throw new CommandNotStartedException(command, String.join("; ", refusal.get().lines()));
    }
    return result;
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
    Optional<CommandResult> result = Optional.empty();
    try {
      result = Optional.of(runner.run(command));
      return result.get();
    } finally {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
      write(
          new CommandRecord(
              startedAt,
              command.argv(),
              access,
              result.map(CommandResult::termination),
              result.map(Commands::isTruncated).orElse(false),
              elapsed));
    }
  }

  private static boolean isTruncated(CommandResult result) {
    return result.stdout().truncated() || result.stderr().truncated();
  }

  private void write(CommandRecord record) {
    records.add(record);
    if (record.access() == Access.ROOT) {
      audit.add(record);
    }
  }
}
