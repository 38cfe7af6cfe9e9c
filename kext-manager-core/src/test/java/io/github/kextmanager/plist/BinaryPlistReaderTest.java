package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryPlistReaderTest {
  @Test
  void reads_booleans() {
    assertThat(read(0x09)).isEqualTo(new PlistBoolean(true));
    assertThat(read(0x08)).isEqualTo(new PlistBoolean(false));
  }

  @Test
  void short_integers_are_unsigned_and_long_ones_are_not() {
    assertThat(read(0x10, 0xFF)).isEqualTo(PlistInteger.of(255));
    assertThat(read(0x11, 0xFF, 0xFE)).isEqualTo(PlistInteger.of(65534));
    assertThat(read(0x12, 0xFF, 0xFF, 0xFF, 0xFF)).isEqualTo(PlistInteger.of(4294967295L));
    assertThat(read(0x13, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE))
        .isEqualTo(PlistInteger.of(-2));
  }

  @Test
  void an_integer_of_16_bytes_keeps_them_all() {
    assertThat(read(0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF))
        .isEqualTo(new PlistInteger(new BigInteger("18446744073709551615")));
  }

  @Test
  void reads_reals_of_both_sizes() {
    assertThat(read(0x22, 0x3F, 0xC0, 0, 0)).isEqualTo(new PlistReal(1.5));
    assertThat(read(0x23, 0xBF, 0xF8, 0, 0, 0, 0, 0, 0)).isEqualTo(new PlistReal(-1.5));
  }

  @Test
  void dates_count_from_2001() {
    assertThat(read(0x33, 0, 0, 0, 0, 0, 0, 0, 0))
        .isEqualTo(new PlistDate(Instant.parse("2001-01-01T00:00:00Z")));
    assertThat(read(0x33, 0xBF, 0xE0, 0, 0, 0, 0, 0, 0))
        .isEqualTo(new PlistDate(Instant.parse("2000-12-31T23:59:59.500Z")));
  }

  @Test
  void reads_data_and_strings() {
    assertThat(read(0x42, 0, 0xFF)).isEqualTo(new PlistData(new byte[] {0, -1}));
    assertThat(read(0x52, 'a', 'b')).isEqualTo(new PlistString("ab"));
    assertThat(read(0x62, 0, 0xE9, 0xD8, 0)).isEqualTo(new PlistString("é\uD800"));
  }

  @Test
  void a_count_of_15_or_more_follows_the_first_byte() {
    assertThat(read(0x5F, 0x10, 3, 'a', 'b', 'c')).isEqualTo(new PlistString("abc"));
    assertThat(read(0x5F, 0x11, 0, 3, 'a', 'b', 'c')).isEqualTo(new PlistString("abc"));
    assertThat(read(0x5F, 0x13, 0, 0, 0, 0, 0, 0, 0, 1, 'a')).isEqualTo(new PlistString("a"));
  }

  @Test
  void reads_arrays_and_dictionaries_in_their_order() {
    byte[] bytes =
        new BinaryPlistFixture()
            .container(0xD2, 1, 2, 3, 4)
            .object(0x51, 'z')
            .object(0x51, 'a')
            .object(0x09)
            .container(0xA2, 1, 2)
            .build();

    var dict = (PlistDict) PlistReader.read(bytes);

    assertThat(dict)
        .isEqualTo(
            new PlistDict(
                Map.of(
                    "z", new PlistBoolean(true),
                    "a", new PlistArray(List.of(new PlistString("z"), new PlistString("a"))))));
    assertThat(dict.entries().keySet()).containsExactly("z", "a");
  }

  @Test
  void the_root_may_be_any_object() {
    assertThat(PlistReader.read(new BinaryPlistFixture().object(0x08).object(0x09).root(1).build()))
        .isEqualTo(new PlistBoolean(true));
  }

  private static PlistValue read(int... object) {
    return PlistReader.read(new BinaryPlistFixture().object(object).build());
  }
}
