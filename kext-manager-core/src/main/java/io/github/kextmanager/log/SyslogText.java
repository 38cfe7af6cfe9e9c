package io.github.kextmanager.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of {@code log show --style syslog}, and of {@code system.log}: a time, a host, a process
 * with its number, a message. A line that does not begin so belongs to the message before it.
 */
final class SyslogText {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S*|[A-Z][a-z]{2} [ \\d]\\d"
              + " \\d\\d:\\d\\d:\\d\\d)\\s+\\S+ (.+?)\\[\\d+\\].*");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]Z", Locale.ROOT);

  private SyslogText() {}

  static List<LogLine> read(List<String> lines) {
    List<LogLine> read = new ArrayList<>();
    List<String> message = new ArrayList<>();
    for (String line : lines) {
      if (LINE.matcher(line).matches()) {
        message(message).ifPresent(read::add);
        message.clear();
        message.add(line);
      } else if (!message.isEmpty() && !line.isBlank()) {
        message.add(line);
      }
    }
    message(message).ifPresent(read::add);
    return read;
  }

  /** The message of some lines, of which the first says who speaks; none if there are none. */
  private static Optional<LogLine> message(List<String> lines) {
    return lines.stream()
        .findFirst()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(first -> new LogLine(time(first.group(1)), first.group(2), String.join("\n", lines)));
  }

  private static Optional<Instant> time(String printed) {
    try {
      return Optional.of(OffsetDateTime.parse(printed, TIME).toInstant());
    } catch (DateTimeParseException withoutZone) {
      return Optional.empty();
    }
  }
}
