package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kmutil says otherwise from one release to the next. */
class KmutilWordingTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");

  @ParameterizedTest
  @CsvSource({"11.0.1, Preferences", "11.2.3, Preferences", "26.3, Settings", "27, Settings"})
  void is_the_message_alone_before_11_3_and_from_26_on(String release, String application) {
    assertThat(load(release, WIDGET))
        .isEqualTo(
            new Answer(
                27,
                "",
                ("Extension with identifiers com.example.driver.Widget not approved to load."
                        + " Please approve using System %s.\n")
                    .formatted(application)));
  }

  @ParameterizedTest
  @CsvSource({"11.4, Preferences", "14.5, Preferences", "15.0, Settings", "15.7, Settings"})
  void names_its_domain_in_between(String release, String application) {
    assertThat(load(release, WIDGET).stderr())
        .startsWith("Error Domain=KMErrorDomain Code=27 \"Extension with identifiers ")
        .contains("System " + application);
  }

  @ParameterizedTest
  @CsvSource({"11.0.1, KernelExtension", "11.1, Kext", "14.5, Kext"})
  void calls_a_kext_otherwise_in_its_first_release(String release, String word) {
    assertThat(load(release, WIDGET.unsigned()).stderr())
        .contains(
            "failed: " + word + " com.example.driver.Widget v1.0.0 in executable kext bundle");
  }

  @ParameterizedTest
  @CsvSource({"11.4, arm64e", "12.5, arm64"})
  void wants_a_slice_of_apple_silicon_by_another_name_from_12_on(String release, String slice) {
    assertThat(load(release, Chip.APPLE_SILICON, WIDGET.onlyFor(Chip.INTEL)).stderr())
        .contains(
            "Incompatible architecture: Binary is for x86_64, but needed arch " + slice + "\"");
  }

  @ParameterizedTest
  @CsvSource({"15.7, false", "26.3, true"})
  void shows_addresses_to_root_alone_from_26_on(String release, boolean hidden) {
    try (SimulatedMac mac =
        mac(release).caller(Caller.SUDOER_WITHOUT_PASSWORD).chip(Chip.APPLE_SILICON).build()) {
      Commands commands = new Commands(mac);

      assertThat(commands.run("/usr/bin/kmutil", "showloaded").stdout().contains(" 0xfffffe"))
          .isEqualTo(!hidden);
      assertThat(commands.run("/usr/bin/sudo", "-n", "kmutil", "showloaded").stdout())
          .contains(" 0xfffffe");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.1", "12.5", "13.5", "14.5", "15.7", "26.3", "27"})
  void starts_without_a_word_what_is_in_the_collection(String release) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.approve(WIDGET.identifier());
      mac.install(WIDGET);
      mac.restart();

      assertThat(new Commands(mac).run("/usr/bin/kmutil", "load", "-p", WIDGET.path().toString()))
          .isEqualTo(Answer.SILENT_SUCCESS);
    }
  }

  private static Answer load(String release, TestKext kext) {
    try (SimulatedMac mac = mac(release).build()) {
      return load(mac, kext);
    }
  }

  private static Answer load(String release, Chip chip, TestKext kext) {
    try (SimulatedMac mac = mac(release).chip(chip).build()) {
      return load(mac, kext);
    }
  }

  private static Answer load(SimulatedMac mac, TestKext kext) {
    return new Commands(mac).run("/usr/bin/kmutil", "load", "-p", mac.install(kext).toString());
  }

  private static SimulatedMacBuilder mac(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }
}
