package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.database.Database;
import io.github.kextmanager.testing.database.Table;
import io.github.kextmanager.testing.database.Table.Column;
import io.github.kextmanager.testing.policy.KextDecision;
import io.github.kextmanager.testing.policy.KextPolicyProfile;
import io.github.kextmanager.testing.policy.LoadRecord;
import io.github.kextmanager.testing.policy.PolicyState;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The decisions about kernel extensions as the database of the system policy daemon holds them,
 * with the schema of 10.14. Of {@code flags} nobody knows the meaning.
 */
public final class KextPolicyTables {
  private static final String ALLOWED = "1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private KextPolicyTables() {}

  /**
   * The database of a policy.
   *
   * @param policy what was allowed
   * @return its tables
   */
  public static Database of(PolicyState policy) {
    List<List<String>> rows = new ArrayList<>();
    policy.decisions().forEach(decision -> rows.add(row(decision)));
    policy.approvedTeams().forEach(team -> rows.add(List.of(team, "", ALLOWED, team, "1")));
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
                policy.history().stream().map(KextPolicyTables::row).toList()),
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
                policy.profiles().stream().flatMap(KextPolicyTables::rows).toList())));
  }

  private static List<String> row(KextDecision decision) {
    return List.of(
        decision.team(),
        decision.identifier(),
        String.valueOf(decision.allowed()),
        decision.developer(),
        String.valueOf(decision.flags()));
  }

  private static List<String> row(LoadRecord load) {
    return List.of(
        load.path().toString(),
        load.team(),
        load.identifier(),
        load.bootSession().toString().toUpperCase(Locale.ROOT),
        TIME.format(load.createdAt()),
        TIME.format(load.lastSeen()),
        String.valueOf(load.flags()),
        load.codeHash());
  }

  private static Stream<List<String>> rows(KextPolicyProfile profile) {
    String payload = profile.payload().toString().toUpperCase(Locale.ROOT);
    return Stream.concat(
        profile.allowedTeams().stream().map(team -> List.of(team, "", ALLOWED, payload)),
        profile.allowedKexts().entrySet().stream()
            .flatMap(
                team ->
                    team.getValue().stream()
                        .map(kext -> List.of(team.getKey(), kext, ALLOWED, payload))));
  }
}
