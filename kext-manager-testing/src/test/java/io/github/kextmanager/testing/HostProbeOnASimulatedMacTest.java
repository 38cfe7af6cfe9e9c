package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity.Part;
import io.github.kextmanager.host.SystemIntegrity.Status;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library finds out about a simulated Mac is what the Mac is. */
class HostProbeOnASimulatedMacTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.6.8", "10.10.5", "10.11.6", "10.13.6", "10.15.7", "11.6", "13.6", "15.7", "26.1"
      })
  void learns_what_an_intel_mac_of_a_release_is(String release) {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build()) {
      HostFacts facts = ask(mac);

      assertThat(facts.release().value()).contains(MacOsVersion.parse(release));
      assertThat(facts.chip().value()).contains(HostFacts.Chip.INTEL);
      assertThat(facts.bootSession().value()).contains(mac.bootSession());
      assertThat(facts.integrity().value().map(each -> each.status()).orElse(Status.ENABLED))
          .isEqualTo(Status.ENABLED);
      assertThat(facts.userConsent().value().orElse(Setting.ENABLED)).isEqualTo(Setting.ENABLED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.6", "14.5", "27.0"})
  void learns_the_boot_policy_of_apple_silicon(String release) {
    try (SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse(release))
            .chip(Chip.APPLE_SILICON)
            .bootSecurity(BootSecurity.FULL)
            .build()) {
      HostFacts facts = ask(mac);

      assertThat(facts.chip().value()).contains(HostFacts.Chip.APPLE_SILICON);
      assertThat(facts.bootPolicy().value()).isPresent();
      assertThat(facts.translation().value()).contains(HostFacts.Translation.NATIVE);
    }
  }

  @Test
  void learns_that_kexts_need_no_good_signature() {
    try (SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("10.14.6")).allowingUntrustedKexts().build()) {
      assertThat(ask(mac).integrity().value().orElseThrow().of(Part.KEXT_SIGNING))
          .contains(Setting.DISABLED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.15.7", "14.5"})
  void learns_what_was_decided_about_kexts(String release) {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build()) {
      mac.install(TestKext.named(WIDGET.value()));
      mac.approve(WIDGET);

      assertThat(ask(mac).policy().value().orElseThrow().decisionOn(WIDGET))
          .hasValueSatisfying(
              decision -> assertThat(decision.permission()).isEqualTo(Permission.ALLOWED));
    }
  }

  private static HostFacts ask(SimulatedMac mac) {
    return new HostProbe(mac, mac.root(), new Privilege.AlreadyRoot(), Duration.ofSeconds(20))
        .ask();
  }
}
