package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kextmanager.command.KillReport.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KillReportTest {
  @Test
  void names_the_processes_that_live_on() {
    assertThat(new KillReport(Outcome.SURVIVED, List.of(412L, 77L)).sentence())
        .isEqualTo("it could not be stopped and lives on (process id 77, 412).");
  }

  @Test
  void says_whether_they_went_by_themselves() {
    assertThat(new KillReport(Outcome.TERMINATED, List.of()).sentence())
        .isEqualTo("all its processes ended when asked to.");
    assertThat(new KillReport(Outcome.KILLED, List.of()).sentence())
        .isEqualTo("its processes were killed.");
  }

  @Test
  void survivors_are_ascending() {
    assertThat(new KillReport(Outcome.SURVIVED, List.of(9L, 3L, 5L)).survivors())
        .containsExactly(3L, 5L, 9L);
  }

  @Test
  void who_survived_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KillReport(Outcome.SURVIVED, List.of()))
        .withMessage("The outcome SURVIVED does not go with the survivors [].");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SURVIVED")
  void where_all_ended_nobody_survived(Outcome outcome) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KillReport(outcome, List.of(5L)))
        .withMessageEndingWith("does not go with the survivors [5].");
  }
}
