package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private static final String SCHEMA =
      "SELECT m.name||'|'||p.name FROM sqlite_master m, pragma_table_info(m.name) p"
          + " WHERE m.type='table';";

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
    HostFact<String> schema = query(SCHEMA);
    if (schema instanceof NotKnown<String> unknown) {
      return new NotKnown<>(unknown.because(), unknown.asked());
    }
    Map<String, List<String>> columns = columns(schema.value().orElse(""));
    List<SqliteTable> tables = KextPolicyRows.tablesAmong(columns);
    if (tables.isEmpty()) {
      return new NotKnown<>(
          "%s has none of the tables that are known.".formatted(database), schema.asked());
    }
    String all = String.join(" ", tables.stream().map(SqliteTable::query).toList());
    HostFact<String> rows = query(all);
    if (rows instanceof NotKnown<String> unknown) {
      return new NotKnown<>(unknown.because(), unknown.asked());
    }
    try {
      return new Known<>(
          KextPolicyRows.read(columns, tables, rows.value().orElse("")), rows.asked());
    } catch (IllegalArgumentException unreadable) {
      return new NotKnown<>(
          "sqlite3 printed what was not asked for: %s.".formatted(unreadable.getMessage()),
          rows.asked());
    }
  }

  private HostFact<String> query(String sql) {
    var command =
        CommandLine.of(
                SQLITE, "-batch", "-readonly", "-cmd", WHILE_LOCKED_MS, database.toString(), sql)
            .withTimeout(deadline);
    HostFact<CommandResult> answer = Answer.anyOf(runner, privilege.applyTo(command));
    if (answer instanceof Known<CommandResult> known && !known.fact().termination().isSuccess()) {
      return new NotKnown<>(
          "%s could not be read: %s".formatted(database, Answer.said(known.fact())),
          answer.asked());
    }
    return answer.read(result -> Optional.of(result.stdout().text()), "It gave no answer.");
  }

  private static Map<String, List<String>> columns(String printed) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String line : printed.lines().toList()) {
      int bar = line.indexOf('|');
      if (bar > 0) {
        columns
            .computeIfAbsent(line.substring(0, bar), any -> new ArrayList<>())
            .add(line.substring(bar + 1));
      }
    }
    return columns;
  }
}
