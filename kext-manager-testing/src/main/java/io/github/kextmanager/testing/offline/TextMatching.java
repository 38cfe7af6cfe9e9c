package io.github.kextmanager.testing.offline;

import java.util.Locale;

/**
 * How a text must fit the one that is asked for.
 *
 * @param ignoresCase whether case does not matter
 * @param isOfParts whether a part of the text will do
 */
record TextMatching(boolean ignoresCase, boolean isOfParts) {
  /** The whole text, letter by letter. */
  static final TextMatching EXACT = new TextMatching(false, false);

  TextMatching ignoringCase() {
    return new TextMatching(true, isOfParts);
  }

  TextMatching ofParts() {
    return new TextMatching(ignoresCase, true);
  }

  /** What either of two asks for. */
  TextMatching or(TextMatching other) {
    return new TextMatching(ignoresCase || other.ignoresCase, isOfParts || other.isOfParts);
  }

  /** Nothing holds an empty text as a part. */
  boolean fits(String found, String wanted) {
    String text = ignoresCase ? found.toLowerCase(Locale.ROOT) : found;
    String part = ignoresCase ? wanted.toLowerCase(Locale.ROOT) : wanted;
    return isOfParts ? !part.isEmpty() && text.contains(part) : text.equals(part);
  }
}
