package io.github.kextmanager.testing.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a Mac: that of the real world, and ahead of it as far as somebody has set it. */
public final class MachineClock implements InstantSource {
  private final InstantSource real;
  private Duration ahead;

  /**
   * A clock.
   *
   * @param real the real time
   * @param ahead how far it is ahead of that
   */
  public MachineClock(InstantSource real, Duration ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /**
   * Lets time pass.
   *
   * @param time how much, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not run backwards: " + time);
    }
    ahead = ahead.plus(time);
  }

  Duration ahead() {
    return ahead;
  }
}
