package io.github.kextmanager.plist;

/** What one property list may cost: values, the bytes in them, and how deep they are nested. */
final class PlistBudget {
  private int values = PlistReader.MAXIMUM_VALUES;
  private long bytes = PlistReader.MAXIMUM_BYTES;

  /** Counts one value. */
  void spend(PlistPosition position, int depth, long contentBytes) {
    values--;
    bytes -= contentBytes;
    if (depth > PlistReader.MAXIMUM_DEPTH) {
      throw new UnreadablePlistException(
          position, "values are nested more than %d deep.".formatted(PlistReader.MAXIMUM_DEPTH));
    }
    if (values < 0) {
      throw new UnreadablePlistException(
          position,
          "the property list holds more than %d values.".formatted(PlistReader.MAXIMUM_VALUES));
    }
    if (bytes < 0) {
      throw new UnreadablePlistException(
          position,
          "the property list unfolds into more than %d bytes."
              .formatted(PlistReader.MAXIMUM_BYTES));
    }
  }
}
