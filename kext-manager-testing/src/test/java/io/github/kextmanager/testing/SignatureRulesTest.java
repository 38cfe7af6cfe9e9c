package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signature counts for, release by release. */
class SignatureRulesTest {
  private static final BundleIdentifier ID = BundleIdentifier.of("com.example.driver.Widget");
  private static final Path LOCAL = Path.of("/Library/Extensions/Widget.kext");
  private static final Path SYSTEM = Path.of("/System/Library/Extensions/Widget.kext");
  private static final TestKext UNSIGNED = TestKext.named(ID.value()).unsigned();

  @ParameterizedTest
  @CsvSource({
    "10.6.8, 0, 0",
    "10.8.5, 0, 0",
    "10.9.5, 71, 0",
    "10.10.5, 71, 71",
    "10.12.6, 71, 71"
  })
  void a_bad_one_counts_in_the_local_folder_first_and_then_everywhere(
      String release, int inLocalFolder, int inSystemFolder) {
    assertThat(load(release, UNSIGNED.at(LOCAL))).isEqualTo(inLocalFolder);
    assertThat(load(release, UNSIGNED.at(SYSTEM))).isEqualTo(inSystemFolder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9.5", "10.10.5", "10.11.6", "10.12.6", "10.13.6", "10.15.7"})
  void a_bad_one_is_no_reason_that_is_given(String release) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.install(UNSIGNED.at(LOCAL));

      assertThat(new Commands(mac).run("/sbin/kextload", LOCAL.toString()).stderr())
          .contains("(libkern/kext) not loadable (reason unspecified)");
    }
  }

  @ParameterizedTest
  @CsvSource({"10.10.5, 0", "10.11.6, 71", "10.12.6, 71"})
  void that_of_a_library_counts_from_10_11_on(String release, int status) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.install(TestKext.named("com.example.lib.Gears").compatibleFrom("1.0").unsigned());
      mac.install(TestKext.named(ID.value()).needing("com.example.lib.Gears", "1.0").at(LOCAL));

      assertThat(new Commands(mac).run("/sbin/kextload", LOCAL.toString()).status())
          .isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.10.5", "10.11.6", "10.15.7"})
  void none_counts_where_untrusted_kexts_are_let_in(String release) {
    try (SimulatedMac mac = mac(release).allowingUntrustedKexts().build()) {
      mac.install(UNSIGNED.at(LOCAL));
      mac.approve(ID);

      assertThat(new Commands(mac).run("/sbin/kextload", LOCAL.toString()))
          .isEqualTo(Commands.Answer.SILENT_SUCCESS);
    }
  }

  @Test
  void kmutil_too_goes_on_to_ask_for_approval_where_untrusted_kexts_are_let_in() {
    try (SimulatedMac mac = mac("15.5").allowingUntrustedKexts().build()) {
      mac.install(UNSIGNED);

      assertThat(new Commands(mac).run("/usr/bin/kmutil", "load", "-p", LOCAL.toString()).status())
          .isEqualTo(27);
    }
  }

  private static int load(String release, TestKext kext) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.approve(ID);
      return new Commands(mac).run("/sbin/kextload", mac.install(kext).toString()).status();
    }
  }

  private static SimulatedMacBuilder mac(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }
}
