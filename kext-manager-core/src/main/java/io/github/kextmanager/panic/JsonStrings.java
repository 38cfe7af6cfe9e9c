package io.github.kextmanager.panic;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds members that are strings in a text of JSON objects, of which the end may be missing: a
 * report that was cut short still holds the beginning of a panic, of which a reader for whole JSON
 * would give nothing.
 *
 * <p>A quoted name before a colon can only be a member: in any string the quotes are escaped.
 */
final class JsonStrings {
  private final String text;

  JsonStrings(String text) {
    this.text = text;
  }

  /**
   * A member's value.
   *
   * @param value the string
   * @param isWhole whether its end was there
   */
  record Found(String value, boolean isWhole) {}

  /** The first member of a name that is a string. */
  Optional<Found> find(String name) {
    String quoted = '"' + name + '"';
    for (int at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
      int colon = skipBlanks(at + quoted.length());
      int value = skipBlanks(colon + 1);
      if (isAt(colon, ':') && isAt(value, '"')) {
        return Optional.of(read(value + 1));
      }
    }
    return Optional.empty();
  }

  private Found read(int from) {
    var value = new StringBuilder();
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) != '\\') {
        value.append(text.charAt(at++));
      } else if (at + 1 < text.length()) {
        at = unescape(at + 1, value);
      } else {
        at++;
      }
    }
    return new Found(value.toString(), at < text.length());
  }

  /** Returns where the text goes on. */
  private int unescape(int at, StringBuilder value) {
    char escaped = text.charAt(at);
    switch (escaped) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'u' -> {
        return unescapeUnit(at + 1, value);
      }
      default -> value.append(escaped);
    }
    return at + 1;
  }

  private int unescapeUnit(int from, StringBuilder value) {
    int end = Math.min(from + 4, text.length());
    String digits = text.substring(from, end);
    if (digits.length() < 4 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      value.append("\\u");
      return from;
    }
    value.append((char) Integer.parseInt(digits, 16));
    return end;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private boolean isAt(int at, char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }
}
