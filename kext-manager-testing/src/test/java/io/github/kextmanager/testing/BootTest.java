package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a Mac was started decides what can be loaded. */
class BootTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");

  @ParameterizedTest
  @ValueSource(strings = {"10.6.8", "10.11.6", "10.15.7"})
  void a_safe_boot_takes_only_what_says_when_it_is_required(String release) {
    try (SimulatedMac mac = mac(release).boot(BootMode.SAFE).build()) {
      Commands commands = new Commands(mac);
      mac.approve(WIDGET.identifier());
      mac.install(WIDGET);

      assertThat(commands.run("/sbin/kextload", WIDGET.path().toString()).stderr())
          .contains("(libkern/kext) operation/kext not allowed at current boot level");
      mac.restart(BootMode.NORMAL);
      assertThat(commands.run("/sbin/kextload", WIDGET.path().toString()).status()).isZero();
    }
  }

  @Test
  void from_11_on_a_safe_boot_takes_nothing_of_others() {
    try (SimulatedMac mac = mac("14.5").build()) {
      Commands commands = new Commands(mac);
      mac.approve(WIDGET.identifier());
      mac.install(WIDGET.matchesHardware());
      mac.restart();
      assertThat(mac.kernel().find(WIDGET.identifier())).isPresent();

      mac.restart(BootMode.SAFE);

      assertThat(mac.kernel().find(WIDGET.identifier())).isEmpty();
      assertThat(commands.run("/usr/bin/kmutil", "load", "-p", WIDGET.path().toString()).stderr())
          .contains("Safe boot error: ");
    }
  }

  @Test
  void full_security_lets_no_approval_count() {
    try (SimulatedMac mac =
        mac("15.5").chip(Chip.APPLE_SILICON).bootSecurity(BootSecurity.FULL).build()) {
      Commands commands = new Commands(mac);
      mac.approve(WIDGET.identifier());
      String widget = mac.install(WIDGET).toString();
      mac.restart();

      assertThat(commands.run("/usr/bin/kmutil", "load", "-p", widget).status()).isEqualTo(27);
      mac.restart(BootSecurity.REDUCED);
      assertThat(commands.run("/usr/bin/kmutil", "load", "-p", widget).status()).isZero();
    }
  }

  @Test
  void an_intel_mac_has_no_such_choice() {
    try (SimulatedMac mac = mac("15.5").build()) {
      assertThatThrownBy(() -> mac.restart(BootSecurity.REDUCED))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Apple silicon");
    }
  }

  private static SimulatedMacBuilder mac(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }
}
