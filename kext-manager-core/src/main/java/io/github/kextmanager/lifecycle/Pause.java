package io.github.kextmanager.lifecycle;

import java.time.Duration;

/** Lets time pass. A test can let it pass without waiting. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @param duration how long
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(Duration duration) throws InterruptedException;
}
