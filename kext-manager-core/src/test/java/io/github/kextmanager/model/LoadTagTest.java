package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTagTest {
  @Test
  void is_printed_and_compared_as_an_unsigned_number() {
    var greatest = new LoadTag(-1);

    assertThat(greatest).hasToString("4294967295").isGreaterThan(new LoadTag(Integer.MAX_VALUE));
  }
}
