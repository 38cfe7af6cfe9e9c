package io.github.kextmanager.dependency;

import java.util.regex.Pattern;

/**
 * Apple's notice of copyright: the word, the sign, years, and the reservation of rights, with
 * anything before and after (xnu 6153, kxld_copyright.c).
 */
final class AppleCopyright {
  private static final String BEGINNING = "Copyright \u00a9 ";
  private static final String END = " Apple Inc. All rights reserved.";
  private static final Pattern BETWEEN_YEARS = Pattern.compile("[,\\s]+");
  private static final Pattern YEARS = Pattern.compile("\\d{4}(-\\d{4})?");

  private AppleCopyright() {}

  /**
   * Whether a text holds the notice. The first beginning and the first end in the text count; that
   * there are no years at all between them is allowed.
   */
  static boolean isIn(String text) {
    int beginning = text.indexOf(BEGINNING);
    int years = beginning + BEGINNING.length();
    int end = text.indexOf(END);
    return beginning >= 0
        && end >= years
        && BETWEEN_YEARS
            .splitAsStream(text.substring(years, end))
            .filter(word -> !word.isEmpty())
            .allMatch(word -> YEARS.matcher(word).matches());
  }
}
