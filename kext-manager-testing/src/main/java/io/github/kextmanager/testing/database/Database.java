package io.github.kextmanager.testing.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database.
 *
 * @param tables its tables
 */
public record Database(List<Table> tables) {
  /** Takes an unmodifiable copy of the list. */
  public Database {
    tables = List.copyOf(tables);
  }

  Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }

  /** A script that makes it. */
  String script() {
    return tables.stream()
        .flatMap(
            table ->
                Stream.concat(
                    Stream.of(table.createStatement()), table.insertStatements().stream()))
        .collect(Collectors.joining("\n", "BEGIN;\n", "\nCOMMIT;\n"));
  }
}
