package io.github.kextmanager.testing.unifiedlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the log shows them. The simulated Mac lives in UTC. */
final class Timestamps {
  private static final DateTimeFormatter LONG = pattern("yyyy-MM-dd HH:mm:ss.SSSSSSZ");
  private static final DateTimeFormatter SHORT = pattern("yyyy-MM-dd HH:mm:ss.SSS");

  private Timestamps() {}

  static String full(Instant time) {
    return LONG.format(time);
  }

  static String compact(Instant time) {
    return SHORT.format(time);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
