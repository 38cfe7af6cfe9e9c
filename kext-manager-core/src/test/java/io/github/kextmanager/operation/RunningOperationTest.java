package io.github.kextmanager.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningOperationTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void gives_what_the_work_comes_to() throws InterruptedException {
    assertThat(RunningOperation.start(() -> 42, executor).await(LONG)).contains(42);
  }

  @Test
  void throws_what_the_work_throws() {
    var failure = new IllegalStateException("no");
    var operation =
        RunningOperation.<String>start(
            () -> {
              throw failure;
            },
            executor);

    assertThatThrownBy(() -> operation.await(LONG)).isSameAs(failure);
  }

  @Test
  void gives_nothing_when_the_deadline_is_over() throws InterruptedException {
    var release = new CountDownLatch(1);
    var operation = RunningOperation.start(() -> awaited(release), executor);

    assertThat(operation.await(Duration.ofMillis(5))).isEmpty();
    release.countDown();
    assertThat(operation.await(LONG)).contains("released");
  }

  @Test
  void cancelling_interrupts_the_work() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var operation =
        RunningOperation.start(
            () -> {
              begun.countDown();
              return awaited(never);
            },
            executor);
    begun.await();

    operation.cancel();

    assertThat(operation.await(LONG)).contains("interrupted");
  }

  @Test
  void cancelling_leaves_no_interrupt_behind_on_the_thread_of_the_executor() throws Exception {
    var begun = new CountDownLatch(1);
    var operation =
        RunningOperation.start(
            () -> {
              begun.countDown();
              String how = awaited(new CountDownLatch(1));
              Thread.currentThread().interrupt();
              return how;
            },
            executor);
    begun.await();

    operation.cancel();
    operation.await(LONG);

    assertThat(executor.submit(Thread::interrupted).get(20, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void work_that_is_cancelled_before_it_begins_never_begins() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    var operation =
        RunningOperation.start(
            () -> {
              throw new AssertionError("it began");
            },
            waiting::add);

    operation.cancel();
    waiting.forEach(Runnable::run);

    assertThatThrownBy(() -> operation.await(LONG)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancelling_what_has_ended_does_nothing() throws InterruptedException {
    var operation = RunningOperation.start(() -> 42, Runnable::run);

    operation.cancel();

    assertThat(operation.await(LONG)).contains(42);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void completes_a_stage() {
    var operation = RunningOperation.start(() -> 42, Runnable::run);

    assertThat(operation.completion().toCompletableFuture()).isCompletedWithValue(42);
  }

  @Test
  void waits_for_longer_than_a_long_can_count_nanoseconds() throws InterruptedException {
    var operation = RunningOperation.start(() -> 42, executor);

    assertThat(operation.await(Duration.ofSeconds(Long.MAX_VALUE))).contains(42);
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "released";
    } catch (InterruptedException interrupted) {
      return "interrupted";
    }
  }
}
