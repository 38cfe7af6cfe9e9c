package io.github.kextmanager.log;

import java.util.List;
import java.util.Optional;

/**
 * What was found in a log.
 *
 * @param lines the lines, oldest first
 * @param problem why there may be more, or why there are none; empty if this is all
 */
public record LogReading(List<LogLine> lines, Optional<String> problem) {
  /** Takes an unmodifiable copy of the list. */
  public LogReading {
    lines = List.copyOf(lines);
  }

  static LogReading failed(String problem) {
    return new LogReading(List.of(), Optional.of(problem));
  }
}
