package io.github.kextmanager.classify;

/** Reads the lines of a text one after the other from some place on, and cuts the longest. */
final class LineReader {
  /** How much of a line is kept. */
  static final int LONGEST = 4096;

  private final String text;
  private int position;
  private int line;
  private boolean isInside;

  private LineReader(String text, int position, int line) {
    this.text = text;
    this.position = position;
    this.line = line;
  }

  /**
   * A reader from the beginning of the line on which a place lies; on a line of which too much lies
   * before the place, from the place itself on.
   */
  static LineReader at(String text, int place, int line) {
    int start = place;
    while (start > 0 && !isLineEnd(text.charAt(start - 1)) && place - start < LONGEST / 2) {
      start--;
    }
    boolean atLineStart = start == 0 || isLineEnd(text.charAt(start - 1));
    return new LineReader(text, atLineStart ? start : place, line);
  }

  /** The number of the next line. */
  int line() {
    return line;
  }

  boolean hasNext() {
    leave();
    return position < text.length();
  }

  /** The next line, without its end; of a long one no more is looked at than is kept. */
  String next() {
    leave();
    int start = position;
    while (position < text.length()
        && position - start < LONGEST
        && !isLineEnd(text.charAt(position))) {
      position++;
    }
    line++;
    isInside = true;
    return text.substring(start, position);
  }

  /** Passes over the next line. */
  void skip() {
    leave();
    line++;
    isInside = true;
  }

  /** Goes behind the end of the line that was begun. */
  private void leave() {
    if (isInside) {
      while (position < text.length() && !isLineEnd(text.charAt(position))) {
        position++;
      }
      position = afterLineEnd(position);
      isInside = false;
    }
  }

  private int afterLineEnd(int end) {
    boolean two = text.startsWith("\r\n", end);
    return Math.min(text.length(), end + (two ? 2 : 1));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
