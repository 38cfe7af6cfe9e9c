package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.predicate.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of the log is asked for, and how.
 *
 * @param predicate the predicate as given, if any
 * @param condition what it demands
 * @param types which types are shown
 * @param window which time
 * @param style the name of the style
 */
record LogRequest(
    Optional<String> predicate,
    Condition condition,
    Set<EntryType> types,
    LogWindow window,
    StyleName style) {

  /** The values of {@code --style}. */
  enum StyleName {
    DEFAULT,
    SYSLOG,
    COMPACT,
    JSON,
    NDJSON
  }

  /** What is shown without being asked for. */
  static Set<EntryType> usualTypes() {
    return EnumSet.of(EntryType.DEFAULT, EntryType.ERROR, EntryType.FAULT);
  }

  boolean leavesTypesOut() {
    return !types.contains(EntryType.INFO) || !types.contains(EntryType.DEBUG);
  }

  List<LogEvent> choose(List<LogEntry> entries) {
    return entries.stream()
        .filter(entry -> types.contains(entry.type()))
        .filter(window.includes())
        .map(LogEvent::new)
        .filter(condition::holds)
        .toList();
  }
}
