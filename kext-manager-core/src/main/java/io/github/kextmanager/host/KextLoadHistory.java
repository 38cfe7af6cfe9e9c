package io.github.kextmanager.host;

import io.github.kextmanager.host.KextPolicy.Request;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of what was asked for, which grows with the years of a Mac: its latest rows are read,
 * and how many that are is told.
 *
 * @param requests the rows, the latest last
 * @param unknown what is not as it should be, for people
 */
record KextLoadHistory(List<Request> requests, List<String> unknown) {
  private static final int MOST_ROWS = 2_000;
  private static final String PATH = "path";
  private static final String TEAM = "team_id";
  private static final String BUNDLE = "bundle_id";
  private static final String LAST_SEEN = "last_seen";

  static final SqliteTable TABLE =
      new SqliteTable(
          "kext_load_history_v3",
          List.of(PATH, TEAM, BUNDLE, "boot_uuid", "created_at", LAST_SEEN, "flags", "cdhash"));

  /** Nothing, as there is no table. */
  static KextLoadHistory none() {
    return new KextLoadHistory(List.of(), List.of());
  }

  /** Nothing, as it could not be read. */
  static KextLoadHistory unreadable(String because) {
    return new KextLoadHistory(
        List.of(), List.of("%s could not be read: %s".formatted(TABLE.name(), because)));
  }

  /** One row more than is kept, which tells whether there are more. */
  static String query(SqliteTable present) {
    return present.query(LAST_SEEN, MOST_ROWS + 1);
  }

  /**
   * Reads what was printed.
   *
   * @throws IllegalArgumentException if a row is not one of the table
   */
  static KextLoadHistory read(SqliteTable present, List<String> printed) {
    SqliteTable.Rows rows = present.rows(printed);
    boolean isOrdered = present.columns().contains(LAST_SEEN);
    List<Request> requests =
        new ArrayList<>(
            rows.rows().stream().limit(MOST_ROWS).map(KextLoadHistory::request).toList());
    List<String> unknown = new ArrayList<>(rows.odd());
    if (rows.rows().size() > MOST_ROWS) {
      unknown.add(
          "%s has more than %d rows, of which the %s were read"
              .formatted(TABLE.name(), MOST_ROWS, isOrdered ? "latest" : "first"));
    }
    if (isOrdered) {
      Collections.reverse(requests);
    }
    return new KextLoadHistory(requests, unknown);
  }

  private static Request request(Map<String, String> row) {
    Map<String, String> others = new HashMap<>(row);
    others.keySet().removeAll(List.of(PATH, TEAM, BUNDLE));
    return new Request(
        row.getOrDefault(PATH, ""),
        Optional.ofNullable(row.get(TEAM)).filter(value -> !value.isEmpty()),
        BundleIdentifier.reported(row.getOrDefault(BUNDLE, "")),
        others);
  }
}
