package io.github.kextmanager.parse;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The numbers at the beginning of a row.
 *
 * @param end the place behind the last of them
 * @param nameColumn the place at which {@code printf} prints what comes next, or -1 if the numbers
 *     do not stand as it prints them
 */
record Columns(
    OptionalInt index,
    OptionalInt references,
    Optional<String> address,
    Optional<String> size,
    Optional<String> wired,
    int end,
    int nameColumn) {
  private static final Optional<String> ZERO = Optional.of("0");
  private static final int REFERENCES_WIDTH = 4;
  private static final int WIDE_ADDRESS_WIDTH = 18;
  private static final int WIDTH = 10;

  /** The five columns, or null. */
  static @Nullable Columns read(String text, int from) {
    int start = Blanks.skip(text, from);
    int end = Blanks.next(text, start);
    long index = PrintedInteger.read(text, start, end);
    if (index == PrintedInteger.NONE) {
      return null;
    }
    int referencesStart = Blanks.skip(text, end);
    int referencesEnd = Blanks.next(text, referencesStart);
    long references = PrintedInteger.read(text, referencesStart, referencesEnd);
    if (references == PrintedInteger.NONE) {
      return null;
    }
    boolean aligned =
        referencesEnd - end == 1 + Math.max(REFERENCES_WIDTH, referencesEnd - referencesStart);
    return addresses(
        text,
        referencesEnd,
        aligned,
        PrintedInteger.optional(index),
        PrintedInteger.optional(references));
  }

  /**
   * The columns of a row that lacks its index, or index and references, because it was cut off on
   * the left; or null. A lone 0 is taken for an address only where it fills the column.
   */
  static @Nullable Columns readCutOff(String text, int from) {
    int start = Blanks.skip(text, from);
    int end = Blanks.next(text, start);
    long references = PrintedInteger.read(text, start, end);
    Columns columns =
        references == PrintedInteger.NONE
            ? addresses(
                text, Math.max(0, start - 1), true, OptionalInt.empty(), OptionalInt.empty())
            : addresses(text, end, true, OptionalInt.empty(), PrintedInteger.optional(references));
    return columns == null || (columns.address().equals(ZERO) && !columns.isAsPrinted())
        ? null
        : columns;
  }

  private static @Nullable Columns addresses(
      String text, int from, boolean aligned, OptionalInt index, OptionalInt references) {
    int address = Blanks.skip(text, from);
    int addressEnd = Blanks.next(text, address);
    int size = Blanks.skip(text, addressEnd);
    int sizeEnd = Blanks.next(text, size);
    int wired = Blanks.skip(text, sizeEnd);
    int wiredEnd = Blanks.next(text, wired);
    if (!PrintedAddress.stands(text, address, addressEnd)
        || !PrintedAddress.stands(text, size, sizeEnd)
        || !PrintedAddress.stands(text, wired, wiredEnd)) {
      return null;
    }
    int afterAddress = size - address - 1;
    boolean asPrinted =
        aligned
            && address == from + 1
            && (afterAddress == Math.max(WIDE_ADDRESS_WIDTH, addressEnd - address)
                || afterAddress == Math.max(WIDTH, addressEnd - address))
            && wired == size + Math.max(WIDTH, sizeEnd - size) + 1;
    int nameColumn = wired + Math.max(WIDTH, wiredEnd - wired) + 1;
    asPrinted &= nameColumn <= Blanks.skip(text, wiredEnd);
    return new Columns(
        index,
        references,
        PrintedAddress.optional(text, address, addressEnd),
        PrintedAddress.optional(text, size, sizeEnd),
        PrintedAddress.optional(text, wired, wiredEnd),
        wiredEnd,
        asPrinted ? nameColumn : -1);
  }

  /** Whether there are more numbers than columns: the first is that of the line, say. */
  boolean areTooMany(String text) {
    int start = Blanks.skip(text, end);
    return isNumber(text, start, Blanks.next(text, start));
  }

  /** Whether a word is a number that a tool knew and printed. */
  static boolean isNumber(String text, int start, int end) {
    return start < end
        && text.charAt(start) != '?'
        && (PrintedInteger.read(text, start, end) != PrintedInteger.NONE
            || PrintedAddress.stands(text, start, end));
  }

  boolean isAsPrinted() {
    return nameColumn >= 0;
  }

  /** Whether a text ends among its columns or right behind them, having begun like a row. */
  static boolean breakOff(String text, int from) {
    int at = Blanks.skip(text, from);
    int column = 0;
    while (at < text.length()) {
      int end = Blanks.next(text, at);
      boolean last = end == text.length();
      boolean fits =
          switch (column) {
            case 0, 1 -> PrintedInteger.read(text, at, end) != PrintedInteger.NONE;
            case 2, 3, 4 ->
                last ? PrintedAddress.begins(text, at, end) : PrintedAddress.stands(text, at, end);
            default -> false;
          };
      if (!fits) {
        return false;
      }
      column++;
      at = Blanks.skip(text, end);
    }
    return column >= 2;
  }
}
