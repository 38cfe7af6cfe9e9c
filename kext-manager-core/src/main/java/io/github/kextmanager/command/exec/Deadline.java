package io.github.kextmanager.command.exec;

import java.time.Duration;

/** A moment to come, by the clock that does not jump. */
final class Deadline {
  private final long start = System.nanoTime();
  private final long length;

  private Deadline(long length) {
    this.length = length;
  }

  static Deadline in(Duration duration) {
    return new Deadline(nanos(duration));
  }

  long nanosLeft() {
    return Math.max(0, length - (System.nanoTime() - start));
  }

  boolean isOver() {
    return nanosLeft() == 0;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** 292 years at most, which is what fits. */
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
