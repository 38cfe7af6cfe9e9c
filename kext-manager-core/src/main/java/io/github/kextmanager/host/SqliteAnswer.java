package io.github.kextmanager.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sqlite3 printed for statements of ours, of which the last one prints a mark: without it
 * there may be more rows than were seen.
 */
final class SqliteAnswer {
  /** Which columns there are, by table, in hexadecimal digits as all values. */
  static final String SCHEMA =
      "SELECT hex(m.name)||'|'||hex(p.name) FROM sqlite_master m, pragma_table_info(m.name) p"
          + " WHERE m.type='table';";

  private static final String MARK = "end|";
  private static final String END = " SELECT '" + MARK + "';";

  private SqliteAnswer() {}

  static String withEnd(String statements) {
    return statements + END;
  }

  /**
   * The lines before the mark.
   *
   * @throws IllegalArgumentException if it is not the last line
   */
  static List<String> lines(String printed) {
    List<String> lines = printed.lines().toList();
    int end = lines.size() - 1;
    if (end < 0 || !lines.get(end).equals(MARK)) {
      throw new IllegalArgumentException("it ends before its end");
    }
    return lines.subList(0, end);
  }

  /**
   * The columns of each table.
   *
   * @throws IllegalArgumentException if a line is none of the schema
   */
  static Map<String, List<String>> columns(List<String> lines) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String line : lines) {
      String[] names = line.split("\\|", -1);
      if (names.length != 2) {
        throw new IllegalArgumentException("a line of the schema is: " + line);
      }
      columns.computeIfAbsent(text(names[0]), any -> new ArrayList<>()).add(text(names[1]));
    }
    return columns;
  }

  private static String text(String digits) {
    return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
  }
}
