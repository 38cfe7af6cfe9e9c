package io.github.kextmanager.log;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The times of {@code system.log}, {@code Mar 4 09:00:00}: without a year and a zone. The year is
 * that which brings them nearest to a moment that is known.
 */
final class LegacyTime {
  private static final Pattern TIME =
      Pattern.compile("([A-Z][a-z]{2} +\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d)(?: .*)?", Pattern.DOTALL);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

  private LegacyTime() {}

  /** The time with which a line begins; empty if it begins otherwise. */
  static Optional<LocalDateTime> of(String line, LocalDateTime moment) {
    Matcher time = TIME.matcher(line);
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      MonthDay day = MonthDay.parse(time.group(1).replaceAll(" +", " "), DAY);
      LocalTime clock = LocalTime.parse(time.group(2));
      return IntStream.rangeClosed(moment.getYear() - 1, moment.getYear() + 1)
          .mapToObj(year -> day.atYear(year).atTime(clock))
          .min(Comparator.comparing(each -> Duration.between(each, moment).abs()));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
