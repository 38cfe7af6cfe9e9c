package io.github.kextmanager.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table, or as much of it as a line has.
 *
 * @param words the letters of the header, in lower case
 */
record Header(String words) {
  private static final String BEGINNING = "indexrefs";

  /** The headers of all eras (kext_tools, kextstat_main.c), for all widths, without blanks. */
  private static final List<String> PRINTED =
      List.of(
          "IndexRefsAddressSizeWiredName(Version)<LinkedAgainst>",
          "IndexRefsAddressSizeWiredName(Version)UUID<LinkedAgainst>",
          "IndexRefsAddressSizeWiredArchitectureName(Version)<LinkedAgainst>",
          "IndexRefsAddressSizeWiredArchitectureName(Version)UUID<LinkedAgainst>");

  /** These as people paste them: signs get lost or come in between, capitals change. */
  private static final List<String> WHOLE = PRINTED.stream().map(Header::letters).toList();

  private static final int LONGEST = 1000;
  private static final int LONGEST_REMARK = 40;
  private static final int SHORTEST_END = "linkedagainst".length();

  /** The header that a line is, as a tool prints it, or null. */
  static @Nullable Header printed(String text) {
    return text.startsWith("Index")
            && text.length() <= LONGEST
            && PRINTED.contains(text.replace(" ", ""))
        ? new Header(letters(text))
        : null;
  }

  /**
   * The header in a line, or null. It may be a part: one end was cut off, or is on another line.
   */
  static @Nullable Header pasted(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    String letters = letters(text);
    int start = letters.indexOf(BEGINNING);
    String words = start < 0 ? letters : letters.substring(start);
    for (String whole : WHOLE) {
      if (words.startsWith(whole) && words.length() <= whole.length() + LONGEST_REMARK) {
        return new Header(whole);
      }
      boolean beginning = start >= 0 && whole.startsWith(words);
      boolean end = words.length() >= SHORTEST_END && whole.endsWith(words);
      if (beginning || (end && start < 0)) {
        return new Header(words);
      }
    }
    return null;
  }

  /** This header with the next line added, or null if that does not continue it. */
  @Nullable Header extendedBy(String line) {
    if (isWhole() || line.length() > LONGEST) {
      return null;
    }
    String more = letters(line);
    Header longer = new Header(words + more);
    return !more.isEmpty() && longer.isABeginning() ? longer : null;
  }

  private boolean isABeginning() {
    return WHOLE.stream().anyMatch(whole -> whole.startsWith(words));
  }

  boolean isWhole() {
    return WHOLE.contains(words);
  }

  boolean hasArchitecture() {
    return words.contains("architecture");
  }

  private static String letters(String text) {
    var letters = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
