package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.database.Database;
import io.github.kextmanager.testing.database.Table;
import io.github.kextmanager.testing.database.Table.Column;
import io.github.kextmanager.testing.policy.PolicyState;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions about kernel extensions as the database of the system policy daemon holds them,
 * with the schema of 10.14. Of {@code flags} nobody knows the meaning.
 */
public final class KextPolicyTables {
  private static final String NO_TEAM = "";
  private static final String ALLOWED = "1";
  private static final String NOT_ALLOWED = "0";

  private KextPolicyTables() {}

  /**
   * The database of a policy.
   *
   * @param policy what was allowed
   * @return its tables
   */
  public static Database of(PolicyState policy) {
    List<List<String>> rows = new ArrayList<>();
    policy.approvedKexts().forEach(id -> rows.add(row(NO_TEAM, id, ALLOWED)));
    policy.approvedTeams().forEach(team -> rows.add(row(team, "", ALLOWED)));
    policy.waiting().forEach(id -> rows.add(row(NO_TEAM, id, NOT_ALLOWED)));
    return new Database(
        List.of(
            new Table(
                "settings",
                List.of(Column.text("name"), Column.text("value")),
                List.of("name"),
                List.of()),
            new Table(
                "kext_load_history_v3",
                List.of(
                    Column.text("path"),
                    Column.text("team_id"),
                    Column.text("bundle_id"),
                    Column.text("boot_uuid"),
                    Column.text("created_at"),
                    Column.text("last_seen"),
                    Column.integer("flags"),
                    Column.text("cdhash")),
                List.of("path"),
                List.of()),
            new Table(
                "kext_policy",
                List.of(
                    Column.text("team_id"),
                    Column.text("bundle_id"),
                    Column.flag("allowed"),
                    Column.text("developer_name"),
                    Column.integer("flags")),
                List.of("team_id", "bundle_id"),
                rows),
            new Table(
                "kext_policy_mdm",
                List.of(
                    Column.text("team_id"),
                    Column.text("bundle_id"),
                    Column.flag("allowed"),
                    Column.text("payload_uuid")),
                List.of("team_id", "bundle_id"),
                List.of())));
  }

  private static List<String> row(String team, String identifier, String allowed) {
    String name = identifier.substring(identifier.lastIndexOf('.') + 1);
    return List.of(team, identifier, allowed, "Unidentified - " + name, "0");
  }
}
