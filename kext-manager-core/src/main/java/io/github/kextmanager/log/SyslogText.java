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
  private static final int MOST_LINES_OF_ONE = 50;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]Z", Locale.ROOT);

  private SyslogText() {}

  static List<LogLine> read(List<String> lines) {
    List<LogLine> read = new ArrayList<>();
    int following = 0;
    for (String line : lines) {
      Matcher match = LINE.matcher(line);
      if (match.matches()) {
        read.add(new LogLine(time(match.group(1)), match.group(2), line));
        following = 0;
      } else if (!read.isEmpty() && !line.isBlank() && ++following < MOST_LINES_OF_ONE) {
        LogLine last = read.remove(read.size() - 1);
        read.add(new LogLine(last.at(), last.process(), last.text() + "\n" + line));
      }
    }
    return read;
  }

  private static Optional<Instant> time(String printed) {
    try {
      return Optional.of(OffsetDateTime.parse(printed, TIME).toInstant());
    } catch (DateTimeParseException withoutZone) {
      return Optional.empty();
    }
  }
}
