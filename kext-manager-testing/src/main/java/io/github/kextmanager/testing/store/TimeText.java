package io.github.kextmanager.testing.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as seconds and nanoseconds, such as {@code 1764338400.000000001}: the parsers of java.time
 * take a tenth of the time in which a tool is to answer to get ready.
 */
final class TimeText {
  private static final int DIGITS = 9;

  private TimeText() {}

  static String of(Instant time) {
    return text(time.getEpochSecond(), time.getNano());
  }

  static String of(Duration time) {
    return text(time.getSeconds(), time.getNano());
  }

  private static String text(long seconds, int nanos) {
    String digits = Integer.toString(nanos);
    return seconds + "." + "0".repeat(DIGITS - digits.length()) + digits;
  }

  static Instant instant(String text) {
    return Instant.ofEpochSecond(seconds(text), nanos(text));
  }

  static Duration duration(String text) {
    return Duration.ofSeconds(seconds(text), nanos(text));
  }

  private static long seconds(String text) {
    return Long.parseLong(text.substring(0, dot(text)));
  }

  private static int nanos(String text) {
    return Integer.parseInt(text.substring(dot(text) + 1));
  }

  private static int dot(String text) {
    int dot = text.length() - DIGITS - 1;
    if (dot < 1 || text.charAt(dot) != '.') {
      throw new IllegalArgumentException("a time is seconds and nine digits of nanoseconds");
    }
    return dot;
  }
}
