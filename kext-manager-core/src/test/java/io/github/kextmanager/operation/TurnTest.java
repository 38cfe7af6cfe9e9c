package io.github.kextmanager.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {
  private final Turn turn = new Turn();

  @Test
  void lets_one_change_through_at_a_time() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, 200)
                  .mapToObj(
                      i ->
                          CompletableFuture.runAsync(
                              () -> turn.take(() -> enter(inside, most)), pool))
                  .toArray(CompletableFuture[]::new))
          .get(20, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void gives_the_turn_on_when_a_change_fails() {
    assertThatThrownBy(
            () ->
                turn.take(
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(turn.take(() -> "next")).isEqualTo("next");
  }

  @Test
  void who_is_interrupted_while_waiting_changes_nothing_and_keeps_the_flag() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turn.take(() -> "changed"))
        .isInstanceOf(ChangeInterruptedException.class)
        .hasMessageContaining("nothing was changed");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String enter(AtomicInteger inside, AtomicInteger most) {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    Thread.onSpinWait();
    inside.decrementAndGet();
    return "";
  }
}
