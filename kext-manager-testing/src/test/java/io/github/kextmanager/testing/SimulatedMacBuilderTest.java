package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.MacOsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Macs there are to simulate. */
class SimulatedMacBuilderTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.5.8", "10.17", "9", "16", "25.1", "28"})
  void refuses_a_release_that_there_is_not(String release) {
    assertThatThrownBy(builder(release)::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.6 to 10.15, 11 to 15, 26 and 27")
        .hasMessageContaining(release);
  }

  @ParameterizedTest
  @CsvSource({
    "10.8.5, INTEL_32, up to 10.7",
    "27, INTEL, up to 26",
    "10.15.7, APPLE_SILICON, from 11"
  })
  void refuses_a_processor_that_the_release_does_not_run_on(
      String release, Chip chip, String reason) {
    assertThatThrownBy(builder(release).chip(chip)::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(release)
        .hasMessageContaining(reason);
  }

  @Test
  void refuses_a_boot_security_where_there_is_none() {
    assertThatThrownBy(builder("14").bootSecurity(BootSecurity.FULL)::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Apple silicon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.6.8", "11"})
  void refuses_to_leave_kextd_out_where_it_cannot_be(String release) {
    assertThatThrownBy(builder(release).withoutKextd()::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.7 to 10.15");
  }

  @ParameterizedTest
  @CsvSource({
    "10.6.8, 10.8.0",
    "10.7.1, 11.1.0",
    "10.11.5, 15.5.0",
    "10.12.6, 16.7.0",
    "10.14.5, 18.6.0",
    "10.15.2, 19.2.0",
    "11.1, 20.2.0",
    "11.4, 20.5.0",
    "14.5, 23.5.0",
    "15.6, 24.6.0",
    "26.3, 25.3.0",
    "27, 26.0.0"
  })
  void gives_the_parts_of_the_kernel_its_version(String release, String kernel) {
    assertThat(row(release, 1)).endsWith("com.apple.kpi.bsd (" + kernel + ")");
  }

  @ParameterizedTest
  @CsvSource({"10.6.8, 4", "10.13.6, 4", "10.14, 5", "11.4, 5", "12.0.1, 6", "27, 6"})
  void has_the_parts_of_the_kernel_that_the_release_has(String release, int tagOfLibkern) {
    assertThat(row(release, tagOfLibkern)).contains("com.apple.kpi.libkern (");
  }

  @Test
  void takes_10_16_for_11() {
    try (SimulatedMac mac = builder("10.16").build()) {
      assertThat(new Commands(mac).run("/usr/bin/sw_vers", "-productVersion").stdout())
          .isEqualTo("11.0\n");
    }
  }

  /** The row as far as the version, with one blank for each gap. */
  private static String row(String release, int number) {
    try (SimulatedMac mac = builder(release).build()) {
      String table = new Commands(mac).run("/usr/sbin/kextstat", "-l").stdout();
      return table.lines().toList().get(number - 1).replaceAll("\\).*", ")");
    }
  }

  private static SimulatedMacBuilder builder(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }
}
