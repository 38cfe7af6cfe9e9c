package io.github.kextmanager.testing.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries as programs write them that must read any text safely: the columns of all tables, and
 * rows of one table, perhaps those with the highest texts in a column, all as hexadecimal digits,
 * and a text of their own.
 */
final class ScriptQuery {
  private static final Pattern COLUMNS =
      Pattern.compile(
          "\\s*select\\s+hex\\(m\\.name\\)\\|\\|'\\|'\\|\\|hex\\(p\\.name\\)\\s+from\\s+sqlite_master\\s+m,"
              + "\\s*pragma_table_info\\(m\\.name\\)\\s+p\\s+where\\s+m\\.type='table'\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ROWS =
      Pattern.compile(
          "\\s*select\\s+'([^']*)'\\|\\|((?:hex\\(\"\\w+\"\\)(?:\\|\\|'\\|'\\|\\|)?)+)\\s+from"
              + "\\s+\"(\\w+)\"(?:\\s+order\\s+by\\s+\"(\\w+)\"\\s+desc)?(?:\\s+limit\\s+(\\d{1,9}))?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LITERAL =
      Pattern.compile("\\s*select\\s+'([^']*)'\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN = Pattern.compile("hex\\(\"(\\w+)\"\\)");
  private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

  private ScriptQuery() {}

  /** What is printed; empty if it is a query of another kind. */
  static Optional<List<String>> answer(String statements, Database database) {
    List<String> lines = new ArrayList<>();
    for (String statement : statements.split(";", -1)) {
      if (!statement.isBlank() && !answer(statement, database, lines)) {
        return Optional.empty();
      }
    }
    return Optional.of(lines);
  }

  private static boolean answer(String statement, Database database, List<String> lines) {
    if (COLUMNS.matcher(statement).matches()) {
      for (Table table : database.tables()) {
        table.columns().forEach(column -> lines.add(hex(table.name()) + "|" + hex(column.name())));
      }
      return true;
    }
    Matcher literal = LITERAL.matcher(statement);
    if (literal.matches()) {
      lines.add(literal.group(1));
      return true;
    }
    Matcher rows = ROWS.matcher(statement);
    Optional<Table> table = rows.matches() ? database.table(rows.group(3)) : Optional.empty();
    if (table.isEmpty()) {
      return false;
    }
    List<Optional<Integer>> columns =
        COLUMN
            .matcher(rows.group(2))
            .results()
            .map(each -> table.get().indexOf(each.group(1)))
            .toList();
    if (!columns.stream().allMatch(Optional::isPresent)) {
      return false;
    }
    Optional<Integer> order = Optional.ofNullable(rows.group(4)).flatMap(table.get()::indexOf);
    if (rows.group(4) != null && order.isEmpty()) {
      return false;
    }
    for (List<String> row : some(table.get().rows(), order, rows.group(5))) {
      List<String> values =
          columns.stream().map(index -> hex(row.get(index.orElseThrow()))).toList();
      lines.add(rows.group(1) + String.join("|", values));
    }
    return true;
  }

  private static List<List<String>> some(
      List<List<String>> rows, Optional<Integer> order, @Nullable String limit) {
    List<List<String>> all = new ArrayList<>(rows);
    order.ifPresent(
        column -> all.sort(Comparator.comparing((List<String> row) -> row.get(column)).reversed()));
    return limit == null ? all : all.subList(0, Math.min(Integer.parseInt(limit), all.size()));
  }

  private static String hex(String text) {
    return DIGITS.formatHex(text.getBytes(UTF_8));
  }
}
