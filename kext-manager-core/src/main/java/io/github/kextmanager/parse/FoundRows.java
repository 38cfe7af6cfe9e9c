package io.github.kextmanager.parse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rows in a line that may be read in several ways.
 *
 * @param reading the line as it was read
 * @param rows the rows in it; of the last one it may hold the beginning only
 */
record FoundRows(String reading, List<LooseRow> rows) {

  /** What the reading gives that tells most and leaves the least text unread, or no rows. */
  static FoundRows best(int line, Collection<String> readings, ArchitectureColumn column) {
    return readings.stream()
        .map(reading -> new FoundRows(reading, RowFinder.find(line, reading, column)))
        .filter(found -> !found.rows().isEmpty())
        .max(Comparator.comparingInt(FoundRows::told).thenComparingInt(found -> -found.unread()))
        .orElse(new FoundRows("", List.of()));
  }

  /** How many rows, UUIDs and lists there are. */
  private int told() {
    return rows.stream().mapToInt(FoundRows::fieldsOf).sum();
  }

  private static int fieldsOf(LooseRow found) {
    KextTableRow row = found.row();
    return row == null
        ? 0
        : 1 + (int) row.uuid().stream().count() + (int) row.linkedAgainst().stream().count();
  }

  private int unread() {
    int end = rows.get(rows.size() - 1).end();
    return reading.substring(end).strip().length();
  }
}
