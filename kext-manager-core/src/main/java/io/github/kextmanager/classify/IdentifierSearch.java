package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Folding.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for bundle identifiers in a piece of text that is known to name some.
 *
 * <p>What a Mac says of an error is in the language of its user, but the identifiers in it are not.
 * In a panic report each kext has its version and UUID behind it, and its libraries below it.
 */
final class IdentifierSearch {
  /** Three words at least, the first two no numbers: no version, and nothing of a path. */
  private static final Pattern IN_A_MESSAGE =
      Pattern.compile(
          "(?<![\\w./@-])(\\p{Alpha}[\\w-]*\\.\\p{Alpha}[\\w-]*(?:\\.[\\w-]+)+)(?![\\w/@-])");

  private static final Pattern IN_A_BACKTRACE =
      Pattern.compile("(?:^|\\n|\\\\n)[ \\t>]*([\\w.-]+)\\([^()\\n]*\\)\\[[\\p{XDigit}-]+\\]@");

  /** What follows the backtrace in a panic report, folded. */
  private static final List<String> AFTER_A_BACKTRACE =
      List.of("laststarted", "loadedkexts", "processname");

  private IdentifierSearch() {}

  /** What is found from a position on, as far as a slot reaches. */
  static Ending in(Slot slot, FoldedText text, int position) {
    boolean isBacktrace = slot == Slot.BACKTRACE;
    int last = Math.min(text.size(), position + slot.reach());
    int end = position;
    while (end < last && !(isBacktrace ? endsBacktrace(text, end) : endsMessage(text, end))) {
      end++;
    }
    return end == position
        ? new Ending(position, List.of())
        : new Ending(
            end,
            found(
                isBacktrace ? IN_A_BACKTRACE : IN_A_MESSAGE,
                text.raw(position, end),
                text.lineOf(position)));
  }

  private static boolean endsMessage(FoldedText text, int position) {
    return text.charAt(position) == '"' || text.gapBefore(position) == Gap.BREAK;
  }

  private static boolean endsBacktrace(FoldedText text, int position) {
    return AFTER_A_BACKTRACE.stream().anyMatch(word -> text.matches(word, position));
  }

  private static List<Capture> found(Pattern pattern, String raw, int firstLine) {
    List<Capture> captures = new ArrayList<>();
    Matcher matcher = pattern.matcher(raw);
    while (matcher.find()) {
      long before = raw.substring(0, matcher.start(1)).chars().filter(c -> c == '\n').count();
      Capture.of(Slot.ID, matcher.group(1), firstLine + (int) before).ifPresent(captures::add);
    }
    return captures;
  }
}
