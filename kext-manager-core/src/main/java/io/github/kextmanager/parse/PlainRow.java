package io.github.kextmanager.parse;

import org.jspecify.annotations.Nullable;

/** Reads a pasted line that is a row and nothing else. */
final class PlainRow {
  private PlainRow() {}

  /** The row, or null if the text is none, or if it is one with a remark in brackets behind it. */
  static @Nullable KextTableRow read(int line, String text, ArchitectureColumn column) {
    KextTableRow row = RowScanner.scan(line, text, column);
    return row == null || mayEndInARemark(row) ? null : row;
  }

  /**
   * Whether a version hides in what was taken for the identifier, or the beginning of a remark in
   * what was taken for the version: {@code com.example (1.0) is this (see above)}. In what people
   * paste that is more likely than such an identifier or version.
   */
  private static boolean mayEndInARemark(KextTableRow row) {
    if (row.uuid().isPresent() || row.linkedAgainst().isPresent()) {
      return false;
    }
    int blank = row.identifier().indexOf(' ');
    return blank < 0
        ? closesEarly(row.version())
        : row.identifier().startsWith("(", blank + 1)
            && beginsWithADigit(row.identifier(), blank + 2);
  }

  private static boolean closesEarly(String version) {
    int closing = version.indexOf(')');
    return closing >= 0 && version.lastIndexOf('(', closing) < 0 && beginsWithADigit(version, 0);
  }

  private static boolean beginsWithADigit(String text, int start) {
    return start < text.length() && Character.isDigit(text.charAt(start));
  }
}
