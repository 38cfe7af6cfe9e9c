package io.github.kextmanager.command.record;

import java.util.PrimitiveIterator;

/**
 * Any text on one line of ASCII, and back.
 *
 * <p>What prints in ASCII stands for itself, but for the backslash. All else is escaped: {@code
 * \\}, {@code \n}, {@code \r}, {@code \t}, {@code \e} (escape), {@code \s} for a space at the end,
 * and <code>&#92;u{1f600}</code> for any other code point, half a surrogate pair included.
 */
final class EscapedText {
  private static final int LONGEST_CODE_POINT = 6;

  private EscapedText() {}

  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 8);
    PrimitiveIterator.OfInt codePoints = text.codePoints().iterator();
    while (codePoints.hasNext()) {
      append(escaped, codePoints.nextInt());
    }
    if (text.endsWith(" ")) {
      // A space that ends a line does not survive mail, paste and most editors.
      escaped.setLength(escaped.length() - 1);
      escaped.append("\\s");
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '\\' -> escaped.append("\\\\");
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      case 0x1b -> escaped.append("\\e");
      default -> {
        if (c >= ' ' && c <= '~') {
          escaped.append((char) c);
        } else {
          escaped.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
      }
    }
  }

  /**
   * Reads an escaped text.
   *
   * @throws IllegalArgumentException if an escape is none, with the rule as its message
   */
  static String unescape(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    var text = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = i < escaped.length() ? escaped.charAt(i++) : ' ';
      switch (kind) {
        case '\\' -> text.append('\\');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'e' -> text.append('\u001b');
        case 's' -> text.append(' ');
        case 'u' -> {
          int end = escaped.indexOf('}', i);
          text.appendCodePoint(codePoint(escaped, i, end));
          i = end + 1;
        }
        default ->
            throw new IllegalArgumentException(
                "a backslash begins one of \\\\ \\n \\r \\t \\e \\s \\u{...}");
      }
    }
    return text.toString();
  }

  private static int codePoint(String escaped, int open, int close) {
    int digits = close - open - 1;
    if (digits >= 1 && digits <= LONGEST_CODE_POINT && escaped.charAt(open) == '{') {
      String hex = escaped.substring(open + 1, close);
      if (hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        int codePoint = Integer.parseInt(hex, 16);
        if (Character.isValidCodePoint(codePoint)) {
          return codePoint;
        }
      }
    }
    throw new IllegalArgumentException(
        "\\u is followed by the hexadecimal digits of a code point in braces");
  }
}
