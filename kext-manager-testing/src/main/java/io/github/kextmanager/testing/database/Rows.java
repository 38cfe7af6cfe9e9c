package io.github.kextmanager.testing.database;

import io.github.kextmanager.testing.database.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer to a query.
 *
 * @param columns what each value is
 * @param rows the values
 */
record Rows(List<Column> columns, List<List<String>> rows) {

  /** The table or a column is not there. */
  static final class NoSuchThingException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchThingException(String message) {
      super(message);
    }
  }

  static Rows of(Query query, Database database) throws NoSuchThingException {
    Table table =
        database
            .table(query.table())
            .orElseThrow(() -> new NoSuchThingException("no such table: " + query.table()));
    List<Integer> shown = new ArrayList<>();
    for (String column : query.columns()) {
      if (column.equals("*")) {
        table.columns().forEach(each -> shown.add(shown.size()));
      } else {
        shown.add(index(table, column));
      }
    }
    List<List<String>> rows = new ArrayList<>(table.rows());
    for (Map.Entry<String, String> wanted : query.wanted().entrySet()) {
      int index = index(table, wanted.getKey());
      rows.removeIf(row -> !row.get(index).equals(wanted.getValue()));
    }
    return new Rows(
        shown.stream().map(table.columns()::get).toList(),
        rows.stream().map(row -> shown.stream().map(row::get).toList()).toList());
  }

  private static int index(Table table, String column) throws NoSuchThingException {
    return table
        .indexOf(column)
        .orElseThrow(() -> new NoSuchThingException("no such column: " + column));
  }
}
