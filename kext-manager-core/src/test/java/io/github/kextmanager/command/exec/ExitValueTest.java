package io.github.kextmanager.command.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitValueTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 71, 127, 128, 160, 255})
  void is_a_status_where_no_signal_fits(int value) {
    assertThat(ExitValue.termination(value)).isEqualTo(new Exited(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 15, 31})
  void is_a_signal_above_128(int signal) {
    assertThat(ExitValue.termination(128 + signal)).isEqualTo(new Signalled(signal));
  }
}
