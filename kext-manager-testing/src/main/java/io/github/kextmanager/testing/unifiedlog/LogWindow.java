package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.testing.log.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which time {@code log show} is asked about (log(1)): {@code --start} and {@code --end} with a
 * date, with or without a time and a zone, or seconds since 1970 after {@code @}; {@code --last}
 * with a number of seconds, minutes, hours or days, or this boot session.
 */
record LogWindow(Predicate<LogEntry> includes) {
  static final LogWindow ALL = new LogWindow(entry -> true);

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})([smhd]?)");
  private static final List<DateTimeFormatter> WITH_ZONE = List.of(format("yyyy-MM-dd HH:mm:ssZ"));
  private static final List<DateTimeFormatter> LOCAL =
      List.of(format("yyyy-MM-dd HH:mm:ss"), format("yyyy-MM-dd HH:mm"));

  LogWindow and(LogWindow other) {
    return new LogWindow(includes.and(other.includes));
  }

  static Optional<LogWindow> from(String start) {
    return instant(start).map(time -> new LogWindow(entry -> !entry.time().isBefore(time)));
  }

  static Optional<LogWindow> until(String end) {
    return instant(end).map(time -> new LogWindow(entry -> !entry.time().isAfter(time)));
  }

  static Optional<LogWindow> last(String length, Instant now, UUID bootSession) {
    if (length.equals("boot")) {
      return Optional.of(new LogWindow(entry -> entry.bootSession().equals(bootSession)));
    }
    Matcher amount = LENGTH.matcher(length);
    if (!amount.matches()) {
      return Optional.empty();
    }
    Instant start = now.minus(duration(Long.parseLong(amount.group(1)), amount.group(2)));
    return Optional.of(new LogWindow(entry -> !entry.time().isBefore(start)));
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static Optional<Instant> instant(String text) {
    if (text.matches("@\\d{1,12}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.substring(1))));
    }
    String whole = text.matches("\\d{4}-\\d{2}-\\d{2}") ? text + " 00:00:00" : text;
    return WITH_ZONE.stream()
        .flatMap(format -> parsed(() -> OffsetDateTime.parse(whole, format).toInstant()).stream())
        .findFirst()
        .or(
            () ->
                LOCAL.stream()
                    .flatMap(
                        format ->
                            parsed(
                                () -> LocalDateTime.parse(whole, format).toInstant(ZoneOffset.UTC))
                                .stream())
                    .findFirst());
  }

  private static Optional<Instant> parsed(java.util.function.Supplier<Instant> parser) {
    try {
      return Optional.of(parser.get());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
