package io.github.kextmanager.testing.unifiedlog;

import java.util.List;
import java.util.stream.Stream;

/** How {@code log} prints messages. */
interface LogStyle {
  /** The lines before the first message. */
  Stream<String> header();

  /** The lines of the messages. */
  Stream<String> rows(List<LogEvent> events);

  /** The lines after the last message of {@code log show}. */
  Stream<String> footer(List<LogEvent> events);
}
