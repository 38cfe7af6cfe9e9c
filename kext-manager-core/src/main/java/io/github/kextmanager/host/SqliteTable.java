package io.github.kextmanager.host;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

  /** The query of all rows; each begins with the name of the table. */
  String query() {
    return selection() + ";";
  }

  /** The query of some rows, from the highest value of a column down; of any if it has none. */
  String query(String highestFirst, int most) {
    String order =
        columns.contains(highestFirst) ? " ORDER BY \"%s\" DESC".formatted(highestFirst) : "";
    return "%s%s LIMIT %d;".formatted(selection(), order, most);
  }

  private String selection() {
    return columns.stream()
        .map(column -> "hex(\"" + column + "\")")
        .collect(
            Collectors.joining("||'|'||", "SELECT '" + name + "|'||", " FROM \"" + name + "\""));
  }

  /**
   * What was read.
   *
   * @param rows a map from column to value each
   * @param odd what of the values is not as it should be, for people
   */
  record Rows(List<Map<String, String>> rows, List<String> odd) {}

  boolean isRow(String line) {
    return line.startsWith(name + SEPARATOR);
  }

  /**
   * The rows of this table among all that was printed.
   *
   * @throws IllegalArgumentException if one of them has other values than were asked for
   */
  Rows rows(List<String> printed) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (String line : printed) {
      if (isRow(line)) {
        rows.add(row(line.substring(name.length() + 1), odd));
      }
    }
    return new Rows(rows, odd);
  }

  private Map<String, String> row(String line, List<String> odd) {
    String[] values = line.split("\\|", -1);
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %s has %d values, not %d".formatted(name, values.length, columns.size()));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(columns.get(i), text(columns.get(i), values[i], odd));
    }
    return row;
  }

  private String text(String column, String digits, List<String> odd) {
    byte[] bytes = HexFormat.of().parseHex(digits);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      odd.add("%s.%s has a value that is no text: %s".formatted(name, column, digits));
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
