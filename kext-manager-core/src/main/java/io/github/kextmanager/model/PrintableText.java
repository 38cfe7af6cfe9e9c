package io.github.kextmanager.model;

import java.util.Locale;

/** Foreign text as it may stand in a message: on one line, in ASCII and not too long. */
final class PrintableText {
  private static final int LIMIT = 80;

  private PrintableText() {}

  /** The text between quotation marks, cut after 80 characters, with what is not plain escaped. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), LIMIT); i++) {
      quoted.append(escaped(text.charAt(i)));
    }
    return quoted.append(text.length() > LIMIT ? "...\"" : "\"").toString();
  }

  private static String escaped(char c) {
    if (c == '"' || c == '\\') {
      return "\\" + c;
    }
    return isPrintable(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
  }

  /** A character by its name. */
  static String name(char c) {
    if (c == ' ') {
      return "a blank";
    }
    return isPrintable(c) ? "'" + c + "'" : String.format(Locale.ROOT, "U+%04X", (int) c);
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c < 0x7f;
  }
}
