package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.QueryFailedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveUserTest {
  private final EffectiveUser user = new EffectiveUser();

  @Test
  void zero_is_root() {
    assertThat(user.isRoot(answer("0\n"))).isTrue();
  }

  @Test
  void any_other_number_is_not() {
    assertThat(user.isRoot(answer("501\n"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root\n", "0 0\n", "-1\n"})
  void anything_else_is_no_answer(String text) {
    assertThatThrownBy(() -> user.isRoot(answer(text))).isInstanceOf(QueryFailedException.class);
  }

  private CommandResult answer(String text) {
    return new CommandResult(
        user.command(Duration.ofSeconds(1)),
        new Termination.Exited(0),
        CapturedOutput.of(text),
        CapturedOutput.EMPTY,
        Duration.ofMillis(2));
  }
}
