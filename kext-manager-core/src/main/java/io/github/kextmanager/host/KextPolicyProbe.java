package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the database of approvals with the {@code sqlite3} that macOS ships, for reading only and
 * as root: first which columns there are, then those that mean something. Apple documents neither.
 */
final class KextPolicyProbe {
  static final Path DATABASE = Path.of("/private/var/db/SystemPolicyConfiguration/KextPolicy");

  private static final Path SQLITE = Path.of("/usr/bin/sqlite3");
  private static final String WHILE_LOCKED_MS = ".timeout 2000";

  /** What stands in {@code ~/.sqliterc} may change all that is printed (sqlite3(1)). */
  private static final String NO_START_FILE = "/dev/null";

  /** Some thousands of rows. */
  private static final int MOST_BYTES = 8 << 20;

  private final CommandRunner runner;
  private final Privilege privilege;
  private final Duration deadline;
  private final Path database;

  KextPolicyProbe(CommandRunner runner, Privilege privilege, Duration deadline, Path database) {
    this.runner = runner;
    this.privilege = privilege;
    this.deadline = deadline;
    this.database = database;
  }

  HostFact<KextPolicy> ask() {
    HostFact<String> schema = query(SqliteAnswer.SCHEMA);
    try {
      return schema.value().isPresent()
          ? read(SqliteAnswer.columns(SqliteAnswer.lines(schema.value().get())), schema.asked())
          : schema.read(unread -> Optional.empty(), "It gave no answer.");
    } catch (IllegalArgumentException unreadable) {
      return notAskedFor(unreadable, schema.asked());
    }
  }

  private HostFact<KextPolicy> read(Map<String, List<String>> columns, String asked) {
    List<SqliteTable> approvals = KextPolicyRows.approvalsAmong(columns);
    Optional<SqliteTable> history = KextPolicyRows.historyAmong(columns);
    if (approvals.isEmpty() && history.isEmpty()) {
      return new NotKnown<>(
          columns.isEmpty()
              ? "%s is empty.".formatted(database)
              : "%s has none of the tables that are known.".formatted(database),
          asked);
    }
    HostFact<String> rows =
        query(String.join(" ", approvals.stream().map(SqliteTable::query).toList()));
    if (rows.value().isEmpty()) {
      return rows.read(unread -> Optional.empty(), "It gave no answer.");
    }
    try {
      List<String> printed = SqliteAnswer.lines(rows.value().get());
      return new Known<>(
          KextPolicyRows.read(
              columns,
              approvals,
              printed,
              history.map(this::history).orElseGet(KextLoadHistory::none)),
          rows.asked());
    } catch (IllegalArgumentException unreadable) {
      return notAskedFor(unreadable, rows.asked());
    }
  }

  /** Asked for apart: however long it is, the approvals are known. */
  private KextLoadHistory history(SqliteTable table) {
    HostFact<String> rows = query(KextLoadHistory.query(table));
    if (rows instanceof NotKnown<String> unknown) {
      return KextLoadHistory.unreadable(unknown.because());
    }
    try {
      List<String> printed = SqliteAnswer.lines(rows.value().orElse(""));
      KextPolicyRows.refuseOthers(List.of(table), printed);
      return KextLoadHistory.read(table, printed);
    } catch (IllegalArgumentException unreadable) {
      return KextLoadHistory.unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private static HostFact<KextPolicy> notAskedFor(IllegalArgumentException why, String asked) {
    return new NotKnown<>(
        "sqlite3 printed what was not asked for: %s.".formatted(why.getMessage()), asked);
  }

  private HostFact<String> query(String sql) {
    var command =
        new CommandLine(
            SQLITE,
            List.of(
                "-batch",
                "-readonly",
                "-init",
                NO_START_FILE,
                "-cmd",
                WHILE_LOCKED_MS,
                database.toString(),
                SqliteAnswer.withEnd(sql)),
            CommandLine.DEFAULT_ENVIRONMENT,
            Path.of("/"),
            deadline,
            MOST_BYTES);
    HostFact<CommandResult> answer = Answer.anyOf(runner, privilege.applyTo(command));
    if (answer instanceof Known<CommandResult> known && !known.fact().termination().isSuccess()) {
      return new NotKnown<>(
          "%s could not be read: %s".formatted(database, Answer.said(known.fact())),
          answer.asked());
    }
    return answer.read(result -> Optional.of(result.stdout().text()), "It gave no answer.");
  }
}
