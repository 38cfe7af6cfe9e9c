package io.github.kextmanager.command.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void of_no_time_at_all_is_over() {
    assertThat(Deadline.in(Duration.ZERO).isOver()).isTrue();
  }

  @Test
  void of_an_hour_is_not_over_yet() {
    Deadline deadline = Deadline.in(Duration.ofHours(1));

    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.nanosLeft()).isBetween(1L, Duration.ofHours(1).toNanos());
  }

  @Test
  void may_lie_beyond_what_a_clock_can_count() {
    assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).isOver()).isFalse();
  }
}
