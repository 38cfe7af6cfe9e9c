package io.github.kextmanager.parse;

/**
 * How wide the lines of a table are, and where they were broken: a terminal breaks all of them at
 * the same column, or one before it if a blank got lost; a mail program where there is a blank.
 */
final class TableWidth {
  private int widest;
  private int narrowestBreak = Integer.MAX_VALUE;
  private int widestBreak;

  /** Takes note of a line. */
  void see(Line line) {
    widest = Math.max(widest, line.text().length());
  }

  /** Takes note of a line that was broken behind so many characters. */
  void breakBehind(int length) {
    narrowestBreak = Math.min(narrowestBreak, length);
    widestBreak = Math.max(widestBreak, length);
  }

  /** Whether a line of this length may have been broken in the middle of a word. */
  boolean mayBreakWords(int length) {
    return length >= widest && Math.max(widestBreak, length) - 1 <= narrowestBreak;
  }
}
