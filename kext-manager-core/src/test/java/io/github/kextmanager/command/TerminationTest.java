package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminationTest {
  @Test
  void only_exit_status_0_is_success() {
    assertThat(new Termination.Exited(0).isSuccess()).isTrue();
    assertThat(new Termination.Exited(1).isSuccess()).isFalse();
    assertThat(new Termination.Signalled(9).isSuccess()).isFalse();
    assertThat(
            new Termination.TimedOut(
                    Duration.ofSeconds(1), new KillReport(KillReport.Outcome.TERMINATED, List.of()))
                .isSuccess())
        .isFalse();
  }
}
