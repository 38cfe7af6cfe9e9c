package io.github.kextmanager.testing.unifiedlog;

import java.util.List;
import java.util.stream.Stream;

/** {@code --style syslog}: time, host, process and its number. */
record SyslogStyle() implements LogStyle {
  @Override
  public Stream<String> header() {
    return Stream.of("Timestamp                       (process)[PID]    ");
  }

  @Override
  public Stream<String> rows(List<LogEvent> events) {
    return events.stream()
        .map(
            event ->
                "%s  localhost %s[%d]: %s"
                    .formatted(
                        Timestamps.full(event.entry().time()),
                        event.process(),
                        event.processId(),
                        event.text()));
  }

  @Override
  public Stream<String> footer(List<LogEvent> events) {
    return Stream.empty();
  }
}
