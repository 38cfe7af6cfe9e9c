package io.github.kextmanager.cli.grammar;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 500ms}, {@code 30s}, {@code 1m30s}, {@code 2h}, {@code
 * 30}.
 */
final class DurationText {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private DurationText() {}

  /**
   * Reads a duration; a bare number counts seconds.
   *
   * @throws UsageException if the text is none, or is not positive
   */
  static Duration parse(String text) {
    Duration sum = Duration.ZERO;
    String parts = text.matches("\\d{1,9}") ? text + "s" : text;
    Matcher matcher = PART.matcher(parts);
    int end = 0;
    while (matcher.lookingAt()) {
      sum = sum.plus(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
      end = matcher.end();
      matcher.region(end, parts.length());
    }
    if (end != parts.length() || sum.isZero()) {
      throw new UsageException(
          "A duration is a number with its unit (500ms, 30s, 2m, 1h) and more than nothing, not \""
              + text
              + "\".");
    }
    return sum;
  }

  private static ChronoUnit unit(String letters) {
    return switch (letters) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      default -> ChronoUnit.HOURS;
    };
  }
}
