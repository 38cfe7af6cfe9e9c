package io.github.kextmanager.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void may_be_one_for_each() {
    assertThat(Deadlines.ofEach(MINUTE))
        .isEqualTo(new Deadlines(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void must_be_positive_and_names_the_one_that_is_not(Duration wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(wrong, MINUTE, MINUTE, MINUTE, MINUTE))
        .withMessage("The deadline of a look must be positive, not %s.", wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(MINUTE, wrong, MINUTE, MINUTE, MINUTE))
        .withMessage("The deadline of a load must be positive, not %s.", wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(MINUTE, MINUTE, wrong, MINUTE, MINUTE))
        .withMessage("The deadline of an unload must be positive, not %s.", wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(MINUTE, MINUTE, MINUTE, MINUTE, wrong))
        .withMessage("The deadline of a wait for the journal must be positive, not %s.", wrong);
  }
}
