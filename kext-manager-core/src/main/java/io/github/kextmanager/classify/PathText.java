package io.github.kextmanager.classify;

/**
 * Finds a path or an identifier at one end of a line of which the rest is unknown.
 *
 * <p>Paths hold blanks, and whatever stands around them holds slashes, so this is a matter of
 * reading, not of grammar: a path begins at a slash behind a blank or a quote and, if it is that of
 * a bundle, ends with its extension.
 */
final class PathText {
  private static final String OPENING = "\"'`([{<\u201c\u2018";

  private PathText() {}

  /** The path or word with which a text ends; empty if it ends with neither. */
  static String atEndOf(String text) {
    String line = withoutQuotesAtEnd(text.strip());
    int colon = line.lastIndexOf(": ");
    String rest = line.substring(colon < 0 ? 0 : colon + 2);
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' && (i == 0 || isOpening(rest.charAt(i - 1)))) {
        return rest.substring(i);
      }
    }
    int start = rest.length();
    while (start > 0 && !isOpening(rest.charAt(start - 1))) {
      start--;
    }
    return rest.substring(start);
  }

  /** The path or word with which a text begins. */
  static String atStartOf(String text) {
    int start = 0;
    while (start < text.length() && isOpening(text.charAt(start))) {
      start++;
    }
    String line = text.substring(start);
    int bundle = endOfBundle(line);
    if (bundle > 0) {
      return line.substring(0, bundle);
    }
    if (line.startsWith("/")) {
      int remark = line.indexOf(" (");
      return remark < 0 ? line.strip() : line.substring(0, remark);
    }
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  /** Where the first name of a bundle ends in a text, or 0; what follows on a colon is another. */
  private static int endOfBundle(String text) {
    int colon = text.indexOf(": ");
    String line = colon < 0 ? text : text.substring(0, colon);
    for (int i = line.indexOf("ext"); i >= 0; i = line.indexOf("ext", i + 1)) {
      int end = i + 3;
      boolean atEnd = end == line.length() || !Character.isLetterOrDigit(line.charAt(end));
      if (atEnd && (line.startsWith(".k", i - 2) || line.startsWith(".d", i - 2))) {
        return end;
      }
    }
    return 0;
  }

  private static boolean isOpening(char c) {
    return Character.isWhitespace(c) || OPENING.indexOf(c) >= 0;
  }

  private static String withoutQuotesAtEnd(String text) {
    int end = text.length();
    while (end > 0 && "\"'`\u201d\u2019".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
