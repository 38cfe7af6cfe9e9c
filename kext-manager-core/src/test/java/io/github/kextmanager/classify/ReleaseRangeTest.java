package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  })
  void contains_what_lies_between_its_ends(String range, String release, boolean contained) {
    assertThat(ReleaseRange.of(range).contains(MacOsVersion.parse(release))).isEqualTo(contained);
  }
}
