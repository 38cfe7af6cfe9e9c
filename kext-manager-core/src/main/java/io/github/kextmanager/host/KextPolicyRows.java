package io.github.kextmanager.host;

import io.github.kextmanager.host.KextPolicy.Decision;
import io.github.kextmanager.host.KextPolicy.Managed;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables and columns of the database of approvals as they were on macOS 10.14
 * (apple.stackexchange.com/questions/382216), and what is made of rows where some are missing.
 */
final class KextPolicyRows {
  private static final String TEAM = "team_id";
  private static final String BUNDLE = "bundle_id";
  private static final String ALLOWED = "allowed";
  private static final String FLAGS = "flags";

  private static final SqliteTable POLICY =
      new SqliteTable("kext_policy", List.of(TEAM, BUNDLE, ALLOWED, "developer_name", FLAGS));
  private static final SqliteTable MANAGED =
      new SqliteTable("kext_policy_mdm", List.of(TEAM, BUNDLE, ALLOWED, "payload_uuid"));
  private static final List<SqliteTable> APPROVALS = List.of(POLICY, MANAGED);
  private static final List<SqliteTable> ALL = List.of(POLICY, MANAGED, KextLoadHistory.TABLE);

  private KextPolicyRows() {}

  /** The tables of approvals that are there, with those of their columns that are. */
  static List<SqliteTable> approvalsAmong(Map<String, List<String>> columns) {
    return APPROVALS.stream().flatMap(table -> present(table, columns).stream()).toList();
  }

  /** The table of what was asked for, with those of its columns that are there. */
  static Optional<SqliteTable> historyAmong(Map<String, List<String>> columns) {
    return present(KextLoadHistory.TABLE, columns);
  }

  private static Optional<SqliteTable> present(
      SqliteTable table, Map<String, List<String>> columns) {
    List<String> there = columns.getOrDefault(table.name(), List.of());
    return Optional.of(table.columns().stream().filter(there::contains).toList())
        .filter(known -> !known.isEmpty())
        .map(known -> new SqliteTable(table.name(), known));
  }

  static KextPolicy read(
      Map<String, List<String>> columns,
      List<SqliteTable> tables,
      List<String> printed,
      KextLoadHistory history) {
    Map<String, List<Map<String, String>>> rows = new HashMap<>();
    List<String> unknown = unknown(columns);
    refuseOthers(tables, printed);
    for (SqliteTable table : tables) {
      SqliteTable.Rows read = table.rows(printed);
      rows.put(table.name(), read.rows());
      unknown.addAll(read.odd());
    }
    unknown.addAll(history.unknown());
    return new KextPolicy(
        rows.getOrDefault(POLICY.name(), List.of()).stream().map(KextPolicyRows::decision).toList(),
        rows.getOrDefault(MANAGED.name(), List.of()).stream().map(KextPolicyRows::managed).toList(),
        history.requests(),
        unknown);
  }

  /** Refuses a line that is a row of none of the tables. */
  static void refuseOthers(List<SqliteTable> tables, List<String> printed) {
    for (String line : printed) {
      if (tables.stream().noneMatch(table -> table.isRow(line))) {
        throw new IllegalArgumentException("a row of no table is: " + line);
      }
    }
  }

  private static List<String> unknown(Map<String, List<String>> columns) {
    List<String> unknown = new ArrayList<>();
    for (SqliteTable table : ALL) {
      List<String> there = columns.getOrDefault(table.name(), List.of());
      table.columns().stream()
          .filter(column -> !there.contains(column))
          .forEach(column -> unknown.add("%s has no %s".formatted(table.name(), column)));
      there.stream()
          .filter(column -> !table.columns().contains(column))
          .forEach(column -> unknown.add("%s has a new %s".formatted(table.name(), column)));
    }
    return unknown;
  }

  private static Decision decision(Map<String, String> row) {
    return new Decision(
        text(row, TEAM),
        BundleIdentifier.reported(row.getOrDefault(BUNDLE, "")),
        permission(row),
        text(row, "developer_name"),
        text(row, FLAGS));
  }

  private static Managed managed(Map<String, String> row) {
    return new Managed(
        text(row, TEAM),
        text(row, BUNDLE).map(BundleIdentifier::reported),
        permission(row),
        text(row, "payload_uuid"));
  }

  private static Permission permission(Map<String, String> row) {
    return switch (row.getOrDefault(ALLOWED, "")) {
      case "1" -> Permission.ALLOWED;
      case "0" -> Permission.NOT_ALLOWED;
      default -> Permission.UNREADABLE;
    };
  }

  private static Optional<String> text(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).filter(value -> !value.isEmpty());
  }
}
