package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BystandersTest {
  @Test
  void every_wording_about_the_kext_that_was_asked_for_is_in_the_table() {
    assertThat(RuleTable.read())
        .extracting(Rule::toString)
        .containsAll(Bystanders.ABOUT_THE_ONE_ASKED_FOR);
  }

  @Test
  void every_wording_about_a_copy_is_in_the_table() {
    assertThat(RuleTable.read()).extracting(Rule::toString).containsAll(Bystanders.ABOUT_A_COPY);
  }
}
