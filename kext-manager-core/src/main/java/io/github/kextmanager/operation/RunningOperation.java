package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on an executor whose thread can be interrupted; cancelling a {@link CompletableFuture}
 * interrupts nobody.
 *
 * @param <T> what the work comes to
 */
public final class RunningOperation<T> implements Operation<T> {
  private enum Phase {
    WAITING,
    RUNNING,
    ENDED
  }

  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Object lock = new Object();
  private Phase phase = Phase.WAITING;
  private @Nullable Thread worker;
  private boolean interruptedByUs;

  private RunningOperation() {}

  /**
   * Starts work.
   *
   * @param <T> what the work comes to
   * @param work the work
   * @param executor whose thread does it
   * @return the operation
   * @throws java.util.concurrent.RejectedExecutionException if the executor does not take it
   */
  public static <T> RunningOperation<T> start(Supplier<T> work, Executor executor) {
    var operation = new RunningOperation<T>();
    executor.execute(() -> operation.run(work));
    return operation;
  }

  private void run(Supplier<T> work) {
    synchronized (lock) {
      if (phase == Phase.ENDED) {
        return;
      }
      phase = Phase.RUNNING;
      worker = Thread.currentThread();
    }
    try {
      T value =
          Objects.requireNonNull(work.get(), "The work of an operation must come to something.");
      end();
      result.complete(value);
    } catch (Throwable failure) {
      end();
      result.completeExceptionally(failure);
    }
  }

  /**
   * From here on {@link #cancel} interrupts nobody. A flag that it set is cleared: the thread
   * belongs to the executor. A flag that somebody else set stays.
   */
  private void end() {
    synchronized (lock) {
      phase = Phase.ENDED;
      worker = null;
      if (interruptedByUs) {
        Thread.interrupted();
      }
    }
  }

  @Override
  public void cancel() {
    synchronized (lock) {
      if (phase == Phase.RUNNING && worker != null) {
        interruptedByUs = true;
        worker.interrupt();
        return;
      }
      if (phase == Phase.ENDED) {
        return;
      }
      phase = Phase.ENDED;
    }
    result.completeExceptionally(
        new CancellationException("Cancelled before it had begun; nothing was changed."));
  }

  @Override
  public Optional<T> await(Duration deadline) throws InterruptedException {
    try {
      return Optional.of(result.get(nanos(deadline), TimeUnit.NANOSECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static long nanos(Duration deadline) {
    return deadline.compareTo(FOR_EVER) < 0 ? deadline.toNanos() : Long.MAX_VALUE;
  }

  @Override
  public CompletionStage<T> completion() {
    return result.minimalCompletionStage();
  }
}
