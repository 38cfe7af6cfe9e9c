package io.github.kextmanager.parse;

import java.util.regex.Pattern;

/** The signs that mail programs and forums put in front of each quoted line. */
final class Quotation {
  private static final Pattern SIGNS = Pattern.compile("\\s*+(?:[>|\u2502\u2503]\\s*+)++");

  private Quotation() {}

  /** The line without the signs. */
  static String unquoted(String line) {
    return SIGNS.matcher(line).lookingAt() ? SIGNS.matcher(line).replaceFirst("") : line;
  }
}
