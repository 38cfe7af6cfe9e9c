package io.github.kextmanager.classify;

/** Reads the lines of a text one after the other from some place on, and cuts the longest. */
final class LineReader {
  /** How much of a line is kept. */
  static final int LONGEST = 4096;

  private final String text;
  private int position;
  private int line;

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
    return position < text.length();
  }

  /** The next line, without its end. */
  String next() {
    int start = position;
    int end = endOfLine();
    moveBehind(end);
    return text.substring(start, Math.min(end, start + LONGEST));
  }

  /** Passes over the next line. */
  void skip() {
    moveBehind(endOfLine());
  }

  private int endOfLine() {
    int end = position;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void moveBehind(int end) {
    position = afterLineEnd(end);
    line++;
  }

  private int afterLineEnd(int end) {
    boolean two = text.startsWith("\r\n", end);
    return Math.min(text.length(), end + (two ? 2 : 1));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
