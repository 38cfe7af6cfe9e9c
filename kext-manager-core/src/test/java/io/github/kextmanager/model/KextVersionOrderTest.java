package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pair of a list in ascending order, both ways; one row holds writings of one version. */
class KextVersionOrderTest {
  private static final List<List<String>> ASCENDING =
      List.of(
          List.of("0d0", "0.0.0d0"),
          List.of("0d1", "0.d1"),
          List.of("0", "0.", "0.0", "00.00.00"),
          List.of("0.0.1"),
          List.of("0.1"),
          List.of("0.9999.9999"),
          List.of("1.0d0", "1d0", "1.d0", "1.0.d0", "1..0d0"),
          List.of("1.0d1"),
          List.of("1.0d9"),
          List.of("1.0d10", "1.0d010"),
          List.of("1.0d255"),
          List.of("1.0a0"),
          List.of("1.0a1"),
          List.of("1.0b0"),
          List.of("1.0b255"),
          List.of("1.0f1", "1.0fc1"),
          List.of("1.0f255", "1.0fc255 candidate"),
          List.of("1", "1.", "1..", "1.0", "01", "0001.0000", "1.0.0", "1 final", "1\t2"),
          List.of("1.0.1d1", "1..1d1"),
          List.of("1.0.1"),
          List.of("1.0.9"),
          List.of("1.0.10"),
          List.of("1.1d1"),
          List.of("1.1"),
          List.of("1.9"),
          List.of("1.10", "1.010"),
          List.of("1.100"),
          List.of("2"),
          List.of("9.9999.9999"),
          List.of("10"),
          List.of("9999.9999.9999fc255"),
          List.of("9999.9999.9999"));

  @Test
  void of_two_rows_the_upper_is_the_earlier_version() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = i + 1; j < ASCENDING.size(); j++) {
        for (String earlier : ASCENDING.get(i)) {
          for (String later : ASCENDING.get(j)) {
            assertBefore(version(earlier), version(later));
          }
        }
      }
    }
  }

  @Test
  void the_writings_in_one_row_are_one_version() {
    for (List<String> row : ASCENDING) {
      for (String one : row) {
        for (String other : row) {
          assertSame(version(one), version(other));
        }
      }
    }
  }

  @Test
  void packed_integers_are_in_the_order_of_the_versions() {
    assertThat(ASCENDING)
        .extracting(row -> VersionGrammar.MODERN.pack(version(row.get(0))).value())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static void assertBefore(KextVersion earlier, KextVersion later) {
    assertThat(earlier).as("%s < %s", earlier, later).isLessThan(later).isNotEqualTo(later);
    assertThat(later).as("%s > %s", later, earlier).isGreaterThan(earlier).isNotEqualTo(earlier);
  }

  private static void assertSame(KextVersion one, KextVersion other) {
    assertThat(one)
        .as("%s = %s", one, other)
        .isEqualByComparingTo(other)
        .isEqualTo(other)
        .hasSameHashCodeAs(other);
  }

  private static KextVersion version(String text) {
    return VersionGrammar.MODERN.parse(text);
  }
}
