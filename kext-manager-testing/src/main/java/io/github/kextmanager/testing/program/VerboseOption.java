package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.log.LogFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The option {@code -v} of the kext tools, whose level may be the next word (kext_tools,
 * kext_tools_util.c: {@code setLogFilterForOpt}). Any word of one character is taken for a level,
 * which is a slip of the real one.
 */
public final class VerboseOption {
  private static final List<Integer> FILTERS =
      List.of(0xff1, 0xff3, 0xff4, 0xff5, 0xff6, 0xff7, 0xfff);

  private VerboseOption() {}

  /**
   * Changes the filters, or says what is wrong.
   *
   * @param options the options, of which this one was read last
   * @param forcedOn bits that every level has
   * @param log whose filters are changed
   * @return false if something was wrong
   */
  public static boolean apply(OptionWords options, int forcedOn, ToolLog log) {
    Optional<String> given = options.value();
    String word = given.or(options::peek).orElse("");
    if (word.startsWith("-v=")) {
      log.error("%s - syntax error (don't use = with single-letter option args).".formatted(word));
      return false;
    }
    int filter = FILTERS.get(1);
    if (isHex(word)) {
      Optional<Integer> bits = hex(word);
      if (bits.isEmpty()) {
        log.error("Can't parse verbose argument %s.".formatted(word));
        return false;
      }
      filter = bits.get();
      skipUnless(given.isPresent(), options);
    } else if (word.length() == 1) {
      int level = word.charAt(0) - '0';
      // Beyond the table the real one reads whatever lies there.
      filter = level >= 0 && level < FILTERS.size() ? FILTERS.get(level) : FILTERS.get(1);
      skipUnless(given.isPresent(), options);
    }
    log.setFilters(new LogFilter(filter | forcedOn));
    return true;
  }

  private static void skipUnless(boolean inSameWord, OptionWords options) {
    if (!inSameWord) {
      options.skip();
    }
  }

  private static boolean isHex(String word) {
    return word.startsWith("0x") || word.startsWith("0X");
  }

  private static Optional<Integer> hex(String word) {
    Predicate<String> digits = text -> text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return Optional.of(word.substring(2))
        .filter(digits)
        .map(text -> text.isEmpty() ? 0 : (int) Long.parseUnsignedLong(lastDigits(text), 16));
  }

  private static String lastDigits(String text) {
    return text.substring(Math.max(0, text.length() - 8));
  }
}
