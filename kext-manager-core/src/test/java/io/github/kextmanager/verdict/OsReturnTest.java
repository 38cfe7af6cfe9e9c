package io.github.kextmanager.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OsReturnTest {
  @Test
  void is_written_as_in_apples_headers() {
    assertThat(new OsReturn(0xdc008018)).hasToString("0xdc008018");
    assertThat(new OsReturn(-603947002)).hasToString("0xdc008006");
    assertThat(new OsReturn(0)).hasToString("0x00000000");
  }
}
