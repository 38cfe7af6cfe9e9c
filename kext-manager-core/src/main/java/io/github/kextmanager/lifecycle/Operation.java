package io.github.kextmanager.lifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Work that runs on another thread and can be cancelled.
 *
 * <p>Thread-safe.
 *
 * @param <T> what it comes to
 */
public interface Operation<T> {
  /**
   * Stops the work: work that has not begun never begins; otherwise the thread that does it is
   * interrupted, and the command that it runs is killed with all its children, as far as that is
   * permitted. What the command had already done is not undone, so look again.
   *
   * <p>Returns at once. The operation then fails with the exception of the interrupted call (which
   * says what lives on), or with a {@link java.util.concurrent.CancellationException} if it had not
   * begun; work that was about to finish may still succeed.
   */
  void cancel();

  /**
   * Waits for the end.
   *
   * @param deadline how long to wait at most
   * @return the result, or empty if it has not ended by then
   * @throws InterruptedException if the waiting thread is interrupted; the work goes on
   * @throws RuntimeException the exception with which the work failed
   */
  Optional<T> await(Duration deadline) throws InterruptedException;

  /**
   * A stage that completes with the work. Cancelling it does nothing to the work.
   *
   * @return the stage
   */
  CompletionStage<T> completion();
}
