package io.github.kextmanager.parse;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The load tags between angle brackets. The tools separate them by a blank; people, by commas too.
 */
final class LinkedTags {
  private LinkedTags() {}

  /**
   * The tags of a stretch of text, or null if one of them is none.
   *
   * @param start the place behind the opening bracket
   * @param end the place of the closing bracket
   */
  static @Nullable List<OptionalInt> read(String text, int start, int end) {
    OptionalInt[] tags = new OptionalInt[count(text, start, end)];
    int at = start;
    for (int i = 0; i < tags.length; i++) {
      while (isSeparator(text.charAt(at))) {
        at++;
      }
      int first = at;
      while (at < end && !isSeparator(text.charAt(at))) {
        at++;
      }
      long tag = PrintedInteger.read(text, first, at);
      if (tag == PrintedInteger.NONE) {
        return null;
      }
      tags[i] = PrintedInteger.optional(tag);
    }
    return List.of(tags);
  }

  private static int count(String text, int start, int end) {
    int count = 0;
    boolean between = true;
    for (int i = start; i < end; i++) {
      boolean separator = isSeparator(text.charAt(i));
      if (between && !separator) {
        count++;
      }
      between = separator;
    }
    return count;
  }

  /** Whether a character may stand between the brackets. */
  static boolean mayContain(char c) {
    return (c >= '0' && c <= '9') || c == '?' || c == '-' || isSeparator(c);
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == ',';
  }

  /**
   * Whether the known tags descend, as the tools print them (kext_tools, kextstat_main.c), from
   * below the kext's own: what it links against was loaded, and numbered, before it (xnu,
   * OSKext::load).
   */
  static boolean descendFrom(OptionalInt own, List<OptionalInt> tags) {
    OptionalInt last = own;
    for (OptionalInt tag : tags) {
      if (tag.isPresent()) {
        if (last.isPresent() && Integer.compareUnsigned(last.getAsInt(), tag.getAsInt()) <= 0) {
          return false;
        }
        last = tag;
      }
    }
    return true;
  }

  /** The place of the bracket that opens the list which ends at a place, or -1. */
  static int openingBefore(String text, int closing) {
    int i = closing - 1;
    while (i >= 0 && mayContain(text.charAt(i))) {
      i--;
    }
    return i >= 0 && text.charAt(i) == '<' ? i : -1;
  }
}
