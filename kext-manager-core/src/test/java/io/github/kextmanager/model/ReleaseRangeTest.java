package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.6-10.15,  10.6,    true",
    "10.6-10.15,  10.15.7, true",
    "10.6-10.15,  10.5.8,  false",
    "10.6-10.15,  11,      false",
    "10.7-10.12,  10.12.6, true",
    "10.7-10.12,  10.13,   false",
    "11-,         10.16,   true",
    "11-,         27.2,    true",
    "11-,         10.15.7, false",
    "11-12,       12.6.1,  true",
    "11-12,       13,      false",
    "-10.5,       10.4,    true",
    "-10.5,       10.6,    false",
    "10.13-10.15.3, 10.15.4, false",
    "*,           27,      true",
  })
  void contains_what_lies_between_its_ends(String range, String release, boolean contained) {
    assertThat(ReleaseRange.of(range).contains(MacOsVersion.parse(release))).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.6-10.15", "11-", "-10.5", "*"})
  void is_written_as_it_is_read(String range) {
    assertThat(ReleaseRange.of(range)).hasToString(range);
  }

  @Test
  void what_is_no_range_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReleaseRange.of("10.6"))
        .withMessage("A range of releases is such as 10.6-10.15, 11- or *, not \"10.6\".");
  }
}
