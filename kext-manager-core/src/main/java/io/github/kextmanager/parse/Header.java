package io.github.kextmanager.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table, or as much of it as a line has.
 *
 * @param words the words of the header without blanks
 */
record Header(String words) {
  private static final String BEGINNING = "IndexRefs";

  /** The headers of all eras (kext_tools, kextstat_main.c), for all widths, without blanks. */
  private static final List<String> WHOLE =
      List.of(
          "IndexRefsAddressSizeWiredName(Version)<LinkedAgainst>",
          "IndexRefsAddressSizeWiredName(Version)UUID<LinkedAgainst>",
          "IndexRefsAddressSizeWiredArchitectureName(Version)<LinkedAgainst>",
          "IndexRefsAddressSizeWiredArchitectureName(Version)UUID<LinkedAgainst>");

  private static final int LONGEST = 1000;
  private static final int LONGEST_REMARK = 40;

  /** The header that a line is, as a tool prints it, or null. */
  static @Nullable Header printed(String text) {
    if (!text.startsWith("Index") || text.length() > LONGEST) {
      return null;
    }
    String words = words(text);
    return WHOLE.contains(words) ? new Header(words) : null;
  }

  /**
   * The header in a line, or null. It may be a part: one end was cut off, or the rest is on the
   * next line. What is around it may have no letters and digits behind it.
   */
  static @Nullable Header pasted(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    int start = text.indexOf("Index");
    String words = words(start < 0 ? text : text.substring(start));
    for (String whole : WHOLE) {
      if (words.startsWith(whole) && words.length() <= whole.length() + LONGEST_REMARK) {
        return new Header(whole);
      }
      boolean beginning = words.startsWith(BEGINNING) && whole.startsWith(words);
      boolean end = words.length() >= "Name(Version)".length() && whole.endsWith(words);
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
    Header longer = new Header(words + words(line));
    if (longer.isABeginning()) {
      return longer;
    }
    longer = new Header(words + words(Quotation.unquoted(line)));
    return longer.isABeginning() ? longer : null;
  }

  private boolean isABeginning() {
    return WHOLE.stream().anyMatch(whole -> whole.startsWith(words));
  }

  boolean isWhole() {
    return WHOLE.contains(words);
  }

  boolean hasArchitecture() {
    return words.contains("Architecture");
  }

  private static String words(String text) {
    return text.replace(" ", "").replace("\t", "");
  }
}
