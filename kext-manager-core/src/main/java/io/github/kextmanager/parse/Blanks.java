package io.github.kextmanager.parse;

/** Steps over blanks and what stands between them. */
final class Blanks {
  private Blanks() {}

  /** The place of the next character that is no blank, or the end of the text. */
  static int skip(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** The place of the next blank, or the end of the text. */
  static int next(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != ' ') {
      i++;
    }
    return i;
  }

  /** The place behind the last character before a place that is no blank. */
  static int skipBack(String text, int end) {
    int i = end;
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return i;
  }
}
