package io.github.kextmanager.testing.unifiedlog;

import java.util.List;
import java.util.stream.Stream;

/** {@code --style compact}: a short time, two letters for the type, process and thread. */
record CompactStyle() implements LogStyle {
  @Override
  public Stream<String> header() {
    return Stream.of("Timestamp               Ty Process[PID:TID]");
  }

  @Override
  public Stream<String> rows(List<LogEvent> events) {
    return events.stream()
        .map(
            event ->
                "%s %s %s[%d:%s] %s"
                    .formatted(
                        Timestamps.compact(event.entry().time()),
                        event.typeLetters(),
                        event.process(),
                        event.processId(),
                        Long.toHexString(event.thread()),
                        event.text()));
  }

  @Override
  public Stream<String> footer(List<LogEvent> events) {
    return Stream.empty();
  }
}
