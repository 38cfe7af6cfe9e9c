package io.github.kextmanager.cli.answer;

import java.util.Locale;

/** Text from a tool or a file, made safe for a terminal. */
final class Printable {
  private Printable() {}

  /**
   * The text with every control character but the tab as its escape, so that none of them can move
   * the cursor, change colours or begin a line of its own.
   */
  static String line(String text) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i))) {
      i++;
    }
    return i == text.length() ? text : escaped(text, i);
  }

  private static String escaped(String text, int from) {
    StringBuilder safe = new StringBuilder(text.length() + 8).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa0);
  }
}
