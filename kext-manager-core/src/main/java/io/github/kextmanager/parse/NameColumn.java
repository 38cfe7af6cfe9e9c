package io.github.kextmanager.parse;

import java.util.Optional;

/**
 * Where the identifier of a row begins, behind the architecture if that is printed.
 *
 * @param start the place
 * @param isAsPrinted true if all before it stands as {@code printf} prints it, so that the
 *     identifier begins exactly there, even if with a blank, or if it is empty
 */
record NameColumn(int start, boolean isAsPrinted, Optional<String> architecture) {

  static NameColumn behind(Columns columns, String text, ArchitectureColumn column) {
    int start = columns.isAsPrinted() ? columns.nameColumn() : Blanks.skip(text, columns.end());
    if (column != ArchitectureColumn.ABSENT) {
      int architecture = Blanks.skip(text, start);
      int end = Blanks.next(text, architecture);
      if (column.admits(text, architecture, end)) {
        return behindArchitecture(columns, text, start, architecture, end);
      }
    }
    return new NameColumn(start, columns.isAsPrinted(), Optional.empty());
  }

  private static NameColumn behindArchitecture(
      Columns columns, String text, int start, int architecture, int end) {
    int next = Blanks.skip(text, end);
    int nameColumn = start + Math.max(ArchitectureColumn.WIDTH, end - start) + 1;
    boolean isTheIdentifier =
        columns.isAsPrinted()
            ? next < nameColumn
            : next == text.length() || text.charAt(next) == '(';
    if (isTheIdentifier) {
      return new NameColumn(start, columns.isAsPrinted(), Optional.empty());
    }
    return new NameColumn(
        columns.isAsPrinted() ? nameColumn : next,
        columns.isAsPrinted(),
        ArchitectureColumn.read(text, architecture, end));
  }
}
