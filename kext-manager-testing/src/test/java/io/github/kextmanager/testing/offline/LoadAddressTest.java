package io.github.kextmanager.testing.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadAddressTest {
  @ParameterizedTest
  @CsvSource({
    "a@1000, 4096",
    "a@0x1000, 4096",
    "a@0X1000, 4096",
    "a@ffffff7f80a00000, -551892811776",
    "a@-1, -1",
    "a@10zz, 16",
    "a@123456789012345678901234, -1"
  })
  void reads_a_hexadecimal_address_as_far_as_it_goes(String word, long address) {
    assertThat(LoadAddress.parse(word)).contains(new LoadAddress("a", address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a@", "a@0", "a@0x", "a@zz", "@"})
  void reads_no_address_where_there_is_none_or_zero(String word) {
    assertThat(LoadAddress.parse(word)).isEmpty();
  }

  @Test
  void splits_at_the_first_sign() {
    assertThat(LoadAddress.parse("a@1@2")).contains(new LoadAddress("a", 1));
  }
}
