package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.EntryType;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code --style default}: columns. The one for the time to live came with 10.14, as far as public
 * outputs of 2018 show.
 */
record ColumnStyle(MacOsVersion release) implements LogStyle {
  @Override
  public Stream<String> header() {
    return Stream.of(row("Timestamp", "Thread", "Type", "Activity", "PID", "TTL"));
  }

  @Override
  public Stream<String> rows(List<LogEvent> events) {
    return events.stream()
        .map(
            event ->
                row(
                        Timestamps.full(event.entry().time()),
                        "0x" + Long.toHexString(event.thread()),
                        event.typeTitle(),
                        "0x0",
                        Integer.toString(event.processId()),
                        "0")
                    + "%s: %s".formatted(event.process(), event.text()));
  }

  @Override
  public Stream<String> footer(List<LogEvent> events) {
    return Stream.of(
        "-".repeat(116),
        "Log      - Default:%11d, Info:%17d, Debug:%14d, Error:%11d, Fault:%11d"
            .formatted(
                count(events, EntryType.DEFAULT),
                count(events, EntryType.INFO),
                count(events, EntryType.DEBUG),
                count(events, EntryType.ERROR),
                count(events, EntryType.FAULT)),
        "Activity - Create:%12d, Transition:%11d, Actions:%12d".formatted(0, 0, 0));
  }

  private String row(
      String time, String thread, String type, String activity, String process, String timeToLive) {
    String columns =
        "%-31s %-10s %-11s %-20s %-6s ".formatted(time, thread, type, activity, process);
    return release.isAtLeast(Releases.MOJAVE) ? columns + "%-4s ".formatted(timeToLive) : columns;
  }

  private static long count(List<LogEvent> events, EntryType type) {
    return events.stream().filter(event -> event.entry().type() == type).count();
  }
}
