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

  /** Some thousands of rows of the history. */
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
    List<SqliteTable> tables = KextPolicyRows.tablesAmong(columns);
    if (tables.isEmpty()) {
      return new NotKnown<>(
          columns.isEmpty()
              ? "%s is empty.".formatted(database)
              : "%s has none of the tables that are known.".formatted(database),
          asked);
    }
    HostFact<String> rows =
        query(String.join(" ", tables.stream().map(SqliteTable::query).toList()));
    try {
      return rows.read(
          printed -> Optional.of(KextPolicyRows.read(columns, tables, SqliteAnswer.lines(printed))),
          "It gave no answer.");
    } catch (IllegalArgumentException unreadable) {
      return notAskedFor(unreadable, rows.asked());
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
