package io.github.kextmanager.testing.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query that the small program understands: columns of one table, perhaps of the rows with
 * certain values.
 *
 * @param columns names of columns, {@code *} for all
 * @param table the table
 * @param wanted values that columns must have, by their names
 */
record Query(List<String> columns, String table, Map<String, String> wanted) {
  private static final Pattern SELECT =
      Pattern.compile(
          "\\s*select\\s+(\\*|\\w+(?:\\s*,\\s*\\w+)*)\\s+from\\s+(\\w+)"
              + "(?:\\s+where\\s+(.+?))?\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern EQUATION =
      Pattern.compile(
          "\\s*(\\w+)\\s*={1,2}\\s*(?:'((?:[^']|'')*)'|\"([^\"]*)\"|(-?\\d+))\\s*(?:(?i:and)\\b|$)",
          Pattern.DOTALL);

  static Optional<Query> parse(String statement) {
    Matcher select = SELECT.matcher(statement);
    if (!select.matches()) {
      return Optional.empty();
    }
    List<String> columns = Stream.of(select.group(1).split(",", -1)).map(String::trim).toList();
    String table = select.group(2);
    String condition = select.group(3);
    return (condition == null ? Optional.of(Map.<String, String>of()) : equations(condition))
        .map(wanted -> new Query(columns, table, wanted));
  }

  private static Optional<Map<String, String>> equations(String condition) {
    Map<String, String> wanted = new LinkedHashMap<>();
    Matcher equation = EQUATION.matcher(condition);
    int at = 0;
    while (at < condition.length()) {
      if (!equation.find(at) || equation.start() != at) {
        return Optional.empty();
      }
      wanted.put(equation.group(1), value(equation));
      at = equation.end();
    }
    return Optional.of(wanted);
  }

  private static String value(Matcher equation) {
    if (equation.group(2) != null) {
      return equation.group(2).replace("''", "'");
    }
    return equation.group(3) == null ? equation.group(4) : equation.group(3);
  }
}
