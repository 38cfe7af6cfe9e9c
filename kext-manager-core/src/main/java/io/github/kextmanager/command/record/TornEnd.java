package io.github.kextmanager.command.record;

import java.util.regex.Pattern;

/**
 * Tells how a recording ends, and where it was torn. What follows its last whole block must be the
 * beginning of another one; anything else is no matter of a crash, and left to the reader to
 * refuse.
 *
 * @param end how it ends
 * @param whole the text without the block that was torn
 */
record TornEnd(RecordingEnd end, String whole) {
  private static final Pattern BLOCK = Pattern.compile("\\[\\d{1,9}\\] (asked|answered)");
  private static final String LAST_LINE_OF_BLOCK = "\n" + Syntax.END;

  static TornEnd of(String name, String text) {
    String written = withoutZeros(text);
    var lines = RecordingLines.from(lastEnd(written), name, written);
    while (lines.next()) {
      if (lines.is(Syntax.CLOSED)) {
        return new TornEnd(RecordingEnd.CLOSED, written);
      }
      if (!lines.isIgnored()) {
        return isTorn(lines, written)
            ? new TornEnd(RecordingEnd.TORN, written.substring(0, lines.start()))
            : new TornEnd(RecordingEnd.OPEN, written);
      }
    }
    return new TornEnd(
        written.length() < text.length() ? RecordingEnd.TORN : RecordingEnd.OPEN, written);
  }

  /** A file system that crashed can leave zeros where a block was to be. */
  private static String withoutZeros(String text) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == '\0') {
      length--;
    }
    return text.substring(0, length);
  }

  private static boolean isTorn(RecordingLines lines, String text) {
    boolean cut = text.indexOf('\n', lines.start()) < 0;
    return BLOCK.matcher(lines.line()).matches()
        || (cut && (lines.line().startsWith("[") || Syntax.CLOSED.startsWith(lines.line())));
  }

  /** Where the line after the last {@code end} begins; 0 if there is none. */
  private static int lastEnd(String text) {
    int at = text.lastIndexOf(LAST_LINE_OF_BLOCK);
    while (at >= 0) {
      int after = at + LAST_LINE_OF_BLOCK.length();
      if (text.startsWith("\r\n", after)) {
        return after + 2;
      }
      if (after == text.length() || text.charAt(after) == '\n') {
        return Math.min(text.length(), after + 1);
      }
      at = at == 0 ? -1 : text.lastIndexOf(LAST_LINE_OF_BLOCK, at - 1);
    }
    return 0;
  }
}
