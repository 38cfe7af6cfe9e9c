package io.github.kextmanager.testing.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of a database.
 *
 * @param name its name
 * @param columns its columns
 * @param primaryKey the names of the columns that identify a row
 * @param rows its rows, each with a value for every column
 */
public record Table(
    String name, List<Column> columns, List<String> primaryKey, List<List<String>> rows) {
  /** What a column holds. */
  public enum ColumnType {
    /** Text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** 0 or 1. */
    BOOLEAN
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type what it holds
   */
  public record Column(String name, ColumnType type) {
    /**
     * A column of texts.
     *
     * @param name its name
     * @return the column
     */
    public static Column text(String name) {
      return new Column(name, ColumnType.TEXT);
    }

    /**
     * A column of whole numbers.
     *
     * @param name its name
     * @return the column
     */
    public static Column integer(String name) {
      return new Column(name, ColumnType.INTEGER);
    }

    /**
     * A column of 0 and 1.
     *
     * @param name its name
     * @return the column
     */
    public static Column flag(String name) {
      return new Column(name, ColumnType.BOOLEAN);
    }
  }

  /** Takes unmodifiable copies, and checks that every row has a value for every column. */
  public Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "A row of %s has %d values, one for each column.".formatted(name, width));
    }
  }

  /** The place of a column. */
  Optional<Integer> indexOf(String column) {
    return IntStream.range(0, columns.size())
        .boxed()
        .filter(index -> columns.get(index).name().equalsIgnoreCase(column))
        .findFirst();
  }

  /** The statement that makes it, in Apple's spacing. */
  String createStatement() {
    String list =
        columns.stream()
            .map(column -> column.name() + " " + column.type())
            .collect(Collectors.joining(", "));
    String key = String.join(", ", primaryKey);
    return "CREATE TABLE %s ( %s, PRIMARY KEY (%s) );".formatted(name, list, key);
  }

  /** The statements that fill it; of two rows with one key the later counts. */
  List<String> insertStatements() {
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(index -> literal(row.get(index), columns.get(index).type()))
                    .collect(
                        Collectors.joining(
                            ",", "INSERT OR REPLACE INTO " + name + " VALUES(", ");")))
        .toList();
  }

  private static String literal(String value, ColumnType type) {
    return type == ColumnType.TEXT ? "'" + value.replace("'", "''") + "'" : value;
  }
}
