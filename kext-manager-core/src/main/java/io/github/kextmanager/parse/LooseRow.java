package io.github.kextmanager.parse;

import org.jspecify.annotations.Nullable;

/**
 * What a stretch of text holds of a row: all of it, with a remark behind it perhaps, or its
 * beginning.
 *
 * <p>Identifier and version have no blanks and no brackets here; one that has them is read by
 * {@link RowScanner} or not at all.
 *
 * @param extent how much of a row it is
 * @param start the place at which it begins
 * @param end the place behind the row
 * @param row the row, if there is enough of it for one
 * @param isPlausible false if the linked tags do not descend from that of the kext, as happens when
 *     they are put together wrongly
 */
record LooseRow(
    Extent extent, int start, int end, @Nullable KextTableRow row, boolean isPlausible) {
  /** How much of a row there is. */
  enum Extent {
    /** It cannot be a row. */
    NONE,
    /** The text ends before the version does. */
    BEGUN,
    /** The text ends within the UUID or the list. */
    CUT,
    /** Nothing is missing. */
    WHOLE
  }

  static LooseRow none(int start) {
    return new LooseRow(Extent.NONE, start, start, null, true);
  }

  static LooseRow begun(String text, int start) {
    return new LooseRow(Extent.BEGUN, start, text.length(), null, true);
  }

  static LooseRow whole(String text, int start, KextTableRow row) {
    return new LooseRow(Extent.WHOLE, start, text.length(), row, true);
  }

  /** What a text holds from a place on. */
  static LooseRow read(int line, String text, int start, ArchitectureColumn column) {
    Columns columns = Columns.read(text, start);
    if (columns != null) {
      return new LooseRowReader(line, text, start, columns, column).read();
    }
    columns = Columns.readCutOff(text, start);
    if (columns != null) {
      LooseRow row = new LooseRowReader(line, text, start, columns, column).read();
      return row.row() == null ? none(start) : row;
    }
    return Columns.breakOff(text, start) ? begun(text, start) : none(start);
  }

  /** Whether nothing but blanks is behind the row. */
  boolean endsWith(String text) {
    return Blanks.skip(text, end) == text.length();
  }
}
