package io.github.kextmanager.lifecycle;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to wait for others, and whom to tell meanwhile.
 *
 * @param deadline how long at most, not counting the time for which the Mac sleeps; whatever was
 *     allowed by then is still found out, which takes one more attempt
 * @param interval how long between two looks
 * @param listener hears of what happens, on the thread that waits
 */
public record Waiting(Duration deadline, Duration interval, Consumer<WaitEvent> listener) {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if the deadline is negative, or the interval not positive
   */
  public Waiting {
    if (deadline.isNegative() || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "A deadline is not negative and an interval is positive, not %s and %s."
              .formatted(deadline, interval));
    }
  }

  /**
   * Waiting that looks every five seconds, and tells nobody.
   *
   * @param deadline how long at most
   * @return the waiting
   */
  public static Waiting upTo(Duration deadline) {
    return new Waiting(deadline, USUAL_INTERVAL, event -> {});
  }

  /**
   * The same with another interval.
   *
   * @param interval how long between two looks
   * @return the waiting
   */
  public Waiting every(Duration interval) {
    return new Waiting(deadline, interval, listener);
  }

  /**
   * The same, telling somebody.
   *
   * @param listener hears of what happens
   * @return the waiting
   */
  public Waiting telling(Consumer<WaitEvent> listener) {
    return new Waiting(deadline, interval, listener);
  }
}
