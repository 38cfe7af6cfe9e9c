package io.github.kextmanager.testing.database;

import io.github.kextmanager.testing.database.Table.Column;
import io.github.kextmanager.testing.database.Table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How sqlite3 prints rows (sqlite.org, "Command Line Shell For SQLite").
 *
 * @param layout the layout
 * @param separator what stands between values in a list
 * @param header whether the names of the columns come first
 */
record OutputMode(Layout layout, String separator, Header header) {
  static final OutputMode USUAL = new OutputMode(Layout.LIST, "|", Header.NONE);

  private static final int NARROWEST = 5;

  enum Layout {
    LIST,
    CSV,
    JSON,
    LINE
  }

  enum Header {
    NONE,
    NAMES
  }

  List<String> lines(Rows answer) {
    List<String> names = answer.columns().stream().map(Column::name).toList();
    return switch (layout) {
      case LIST -> withHeader(names, answer).map(row -> String.join(separator, row)).toList();
      case CSV ->
          withHeader(names, answer)
              .map(
                  row ->
                      row.stream().map(OutputMode::quotedForCsv).collect(Collectors.joining(",")))
              .toList();
      case JSON -> json(answer);
      case LINE -> facts(names, answer);
    };
  }

  private Stream<List<String>> withHeader(List<String> names, Rows answer) {
    return header == Header.NAMES
        ? Stream.concat(Stream.of(names), answer.rows().stream())
        : answer.rows().stream();
  }

  private static String quotedForCsv(String value) {
    return value.matches("[!#-&(-+\\--~]+") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static List<String> json(Rows answer) {
    if (answer.rows().isEmpty()) {
      return List.of();
    }
    return List.of(
        answer.rows().stream()
            .map(row -> object(answer.columns(), row))
            .collect(Collectors.joining(",\n", "[", "]")));
  }

  private static String object(List<Column> columns, List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            index -> {
              Column column = columns.get(index);
              String value = row.get(index);
              String shown =
                  column.type() == ColumnType.TEXT
                      ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                      : value;
              return '"' + column.name() + "\":" + shown;
            })
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<String> facts(List<String> names, Rows answer) {
    int width = Math.max(NARROWEST, names.stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    for (List<String> row : answer.rows()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < row.size(); i++) {
        lines.add(
            "%s%s = %s"
                .formatted(" ".repeat(width - names.get(i).length()), names.get(i), row.get(i)));
      }
    }
    return lines;
  }
}
