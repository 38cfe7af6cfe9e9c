package io.github.kextmanager.testing.unifiedlog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code --style json} and {@code ndjson}: one array, or one object a line with a last one that
 * says that it is the last.
 */
record JsonStyle(Layout layout) implements LogStyle {
  private static final long DAY_SECONDS = 86_400;
  private static final long NANOSECONDS = 1_000_000_000;

  /** How the objects follow each other. */
  enum Layout {
    ARRAY,
    LINES
  }

  @Override
  public Stream<String> header() {
    return Stream.empty();
  }

  @Override
  public Stream<String> rows(List<LogEvent> events) {
    return switch (layout) {
      case LINES -> events.stream().map(event -> object(event).compact());
      case ARRAY ->
          Stream.of(
              events.stream()
                  .map(event -> object(event).spread())
                  .collect(Collectors.joining(",", "[", "]")));
    };
  }

  @Override
  public Stream<String> footer(List<LogEvent> events) {
    return switch (layout) {
      case ARRAY -> Stream.empty();
      case LINES ->
          Stream.of(
              new JsonObjectText().number("count", events.size()).number("finished", 1).compact());
    };
  }

  private JsonObjectText object(LogEvent event) {
    return new JsonObjectText()
        .text("timezoneName", "")
        .text("messageType", event.typeTitle())
        .text("eventType", "logEvent")
        .nothing("source")
        .text("formatString", event.entry().text().replace("%", "%%"))
        .number("userID", 0)
        .number("activityIdentifier", 0)
        .text("subsystem", event.entry().source().subsystem())
        .text("category", event.entry().source().category())
        .number("threadID", event.thread())
        .text("bootUUID", event.entry().bootSession().toString().toUpperCase(Locale.ROOT))
        .text("processImagePath", event.processPath())
        .text("senderImagePath", event.senderPath())
        .text("timestamp", Timestamps.full(event.entry().time()))
        .number("machTimestamp", machTime(event.entry().time()))
        .text("eventMessage", event.entry().text())
        .number("traceID", 0)
        .number("processID", event.processId())
        .number("senderProgramCounter", 0)
        .number("parentActivityIdentifier", 0);
  }

  /** Nanoseconds, as the clock of a Mac with Intel counts; from when is nobody's business. */
  private static long machTime(Instant time) {
    return time.getEpochSecond() % DAY_SECONDS * NANOSECONDS + time.getNano();
  }
}
