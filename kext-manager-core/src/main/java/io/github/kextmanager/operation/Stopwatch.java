package io.github.kextmanager.operation;

import java.time.Duration;
import java.time.Instant;

/** How long something has taken so far. */
final class Stopwatch {
  private final Mac mac;
  private final long begunTicks;
  private final Instant begunAt;
  private Duration paused = Duration.ZERO;

  Stopwatch(Mac mac) {
    this.mac = mac;
    this.begunTicks = mac.ticker().getAsLong();
    this.begunAt = mac.clock().instant();
  }

  /** Counts a pause, however long it really took. */
  void add(Duration pause) {
    paused = paused.plus(pause);
  }

  /** By the clock that does not jump, which stands still while a Mac sleeps. */
  Duration elapsed() {
    return longer(Duration.ofNanos(mac.ticker().getAsLong() - begunTicks), paused);
  }

  /** By that clock or by the one on the wall, whichever says more. */
  Duration elapsedByAnyClock() {
    return longer(elapsed(), Duration.between(begunAt, mac.clock().instant()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
