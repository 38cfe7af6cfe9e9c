package io.github.kextmanager.parse;

import java.util.regex.Pattern;

/**
 * The identifier of a pasted row that somebody emphasised, or that a web page or a mail program
 * took for an address and made a link of.
 */
final class DecoratedName {
  private static final String BEFORE_VERSION = "(?= ++\\()";

  private static final Pattern EMPHASISED =
      Pattern.compile("(?<=^| )(\\*{1,3}|`{1,3}|~~|==)([\\w.-]+?)\\1" + BEFORE_VERSION);

  private static final Pattern LINK =
      Pattern.compile("\\[([\\w.-]++)\\]\\([^() ]*+\\)" + BEFORE_VERSION);

  private static final Pattern ADDRESS =
      Pattern.compile(" <(?:https?|mailto):[^<> ]*+>" + BEFORE_VERSION);

  private static final Pattern ELEMENT =
      Pattern.compile("<(\\w++)(?: [^<>]*+)?+>([\\w.-]++)</\\1>" + BEFORE_VERSION);

  private DecoratedName() {}

  /** The line with the bare identifier. */
  static String removeFrom(String line) {
    int opening = line.indexOf(" (");
    if (opening < 1) {
      return line;
    }
    int end = Blanks.skipBack(line, opening);
    return switch (end == 0 ? ' ' : line.charAt(end - 1)) {
      case '*', '`', '~', '=' -> EMPHASISED.matcher(line).replaceFirst("$2");
      case ')' -> LINK.matcher(line).replaceFirst("$1");
      case '>' -> ELEMENT.matcher(ADDRESS.matcher(line).replaceFirst("")).replaceFirst("$2");
      default -> line;
    };
  }
}
