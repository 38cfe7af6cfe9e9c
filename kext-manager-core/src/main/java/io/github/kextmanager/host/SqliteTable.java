package io.github.kextmanager.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query of the columns that a table has among those that are wanted, and its rows. Values come in
 * hexadecimal digits, so that no character in them can be taken for the end of a value or of a row.
 *
 * @param name the table
 * @param columns the columns
 */
record SqliteTable(String name, List<String> columns) {
  private static final char SEPARATOR = '|';

  /** The query; each row begins with the name of the table. */
  String query() {
    return columns.stream()
        .map(column -> "hex(\"" + column + "\")")
        .collect(
            Collectors.joining("||'|'||", "SELECT '" + name + "|'||", " FROM \"" + name + "\";"));
  }

  /**
   * The rows of this table among all that was printed.
   *
   * @throws IllegalArgumentException if one of them has other values than were asked for
   */
  List<Map<String, String>> rows(String printed) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      if (line.startsWith(name + SEPARATOR)) {
        rows.add(row(line.substring(name.length() + 1)));
      }
    }
    return rows;
  }

  private Map<String, String> row(String line) {
    String[] values = line.split("\\|", -1);
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %s has %d values, not %d".formatted(name, values.length, columns.size()));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(
          columns.get(i), new String(HexFormat.of().parseHex(values[i]), StandardCharsets.UTF_8));
    }
    return row;
  }
}
