package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.BootPolicy.SecureBoot;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.host.InstalledProfiles;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.host.KextProfile.Approvers;
import io.github.kextmanager.host.KextProfile.Overrides;
import io.github.kextmanager.host.MdmEnrolment;
import io.github.kextmanager.host.MdmEnrolment.Standing;
import io.github.kextmanager.host.RootAccess;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity.Part;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library asks a simulated Mac what it is; the two share no reader and no printer. */
class HostProbeOnASimulatedMacTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");

  private static SimulatedMacBuilder mac(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }

  private static HostFacts ask(SimulatedMac mac) {
    return new HostProbe(mac, mac.root(), new Privilege.AlreadyRoot(), Duration.ofSeconds(20))
        .ask();
  }

  @ParameterizedTest
  @CsvSource({
    "10.9, INTEL",
    "10.13.6, INTEL",
    "10.15.7, INTEL",
    "11.7, INTEL",
    "11.7, APPLE_SILICON",
    "14.4, APPLE_SILICON",
    "26, INTEL",
    "27, APPLE_SILICON"
  })
  void learns_release_chip_and_boot_session(String release, Chip chip) {
    try (SimulatedMac mac = mac(release).chip(chip).build()) {
      HostFacts facts = ask(mac);

      assertThat(facts.release().value()).contains(MacOsVersion.parse(release));
      assertThat(facts.chip().value().map(Enum::name)).contains(chip.name());
      assertThat(facts.bootSession().value()).contains(mac.bootSession());
      assertThat(facts.boot().value()).contains(BootMode.NORMAL);
      assertThat(facts.root().value()).contains(new RootAccess.AlreadyRoot());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.6.8", "10.9", "10.13.6", "10.15.7", "11.7", "12.6", "14.4", "15", "26.1", "27"
      })
  void a_simulated_mac_contradicts_itself_nowhere(String release) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.policy().mdm().enrol();

      assertThat(ask(mac).contradictions()).isEmpty();
    }
  }

  @Test
  void learns_that_a_boot_is_safe() {
    try (SimulatedMac mac = mac("10.15.7").boot(BootMode.SAFE).build()) {
      assertThat(ask(mac).boot().value()).contains(BootMode.SAFE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.11.6", "10.15.7", "12.6", "26"})
  void learns_whether_kexts_must_be_signed(String release) {
    try (SimulatedMac mac = mac(release).build()) {
      assertThat(ask(mac).integrity().value().flatMap(sip -> sip.of(Part.KEXT_SIGNING)))
          .contains(Setting.ENABLED);

      mac.restartThroughRecovery(Recovery::disableKextSigning);
      assertThat(ask(mac).integrity().value().flatMap(sip -> sip.of(Part.KEXT_SIGNING)))
          .contains(Setting.DISABLED);
    }
  }

  @ParameterizedTest
  @CsvSource({"FULL, FULL, DISABLED", "REDUCED, REDUCED, ENABLED"})
  void learns_what_the_owner_lets_in(BootSecurity chosen, SecureBoot level, Setting kexts) {
    try (SimulatedMac mac = mac("14.4").chip(Chip.APPLE_SILICON).bootSecurity(chosen).build()) {
      HostFacts facts = ask(mac);

      assertThat(facts.bootPolicy().value().map(policy -> policy.secureBoot())).contains(level);
      assertThat(facts.bootPolicy().value().flatMap(policy -> policy.kernelExtensions()))
          .contains(kexts);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.15.7", "14.4"})
  void learns_who_was_allowed(String release) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
    try (SimulatedMac mac = mac(release).build()) {
      Path bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
      String[] load =
          release.startsWith("10")
              ? new String[] {"/sbin/kextload", bundle.toString()}
              : new String[] {"/usr/bin/kmutil", "load", "-p", bundle.toString()};
      mac.run(CommandLine.of(Path.of(load[0]), Arrays.copyOfRange(load, 1, load.length)));

      KextPolicy before = ask(mac).policy().value().orElseThrow();
      assertThat(before.permissionOf(WIDGET).orElseThrow()).isEqualTo(Permission.NOT_ALLOWED);

      mac.approve(WIDGET);
      KextPolicy after = ask(mac).policy().value().orElseThrow();
      assertThat(after.permissionOf(WIDGET).orElseThrow()).isEqualTo(Permission.ALLOWED);
      assertThat(after.decisionsOn(WIDGET).get(0).team()).contains("ABCDE12345");
      assertThat(after.history()).extracting(KextPolicy.Request::path).contains(bundle.toString());
    }
  }

  @Test
  void learns_that_no_person_is_asked() {
    try (SimulatedMac mac = mac("10.15.7").build()) {
      mac.restartThroughRecovery(Recovery::disableKextConsent);

      assertThat(ask(mac).userConsent().value()).contains(Setting.DISABLED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.13.2, APPROVAL_NOT_TOLD",
    "10.13.6, USER_APPROVED",
    "10.15.7, USER_APPROVED",
    "14.4, USER_APPROVED",
    "27, USER_APPROVED"
  })
  void learns_that_a_mac_is_managed(String release, Standing standing) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.policy().mdm().enrol();

      HostFacts facts = ask(mac);

      assertThat(facts.enrolment().value().map(MdmEnrolment::standing)).contains(standing);
      assertThat(facts.profiles().value().map(InstalledProfiles::management))
          .contains(Setting.ENABLED);
    }
  }

  @Test
  void learns_that_nobody_manages_a_mac() {
    try (SimulatedMac mac = mac("14.4").build()) {
      HostFacts facts = ask(mac);

      assertThat(facts.enrolment().value().map(MdmEnrolment::standing))
          .contains(Standing.NOT_ENROLLED);
      assertThat(facts.profiles().value().map(InstalledProfiles::count)).contains(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.15.7", "14.4", "26"})
  void learns_what_profiles_say_of_kexts(String release) {
    try (SimulatedMac mac = mac(release).build()) {
      mac.policy()
          .mdm()
          .install(
              KextProfile.create()
                  .allowingTeam("TEAM&<12345")
                  .allowingKext("ABCDE12345", WIDGET)
                  .allowingKext(KextProfile.UNSIGNED, BundleIdentifier.of("com.example.Bare"))
                  .withNonAdminApprovals());

      InstalledProfiles profiles = ask(mac).profiles().value().orElseThrow();

      assertThat(profiles.count()).isEqualTo(2);
      assertThat(profiles.unreadable()).isEmpty();
      var policy = profiles.kexts().get(0).policy();
      assertThat(policy.teams()).extracting(team -> team.value()).containsExactly("TEAM&<12345");
      assertThat(policy.extensions())
          .containsEntry("ABCDE12345", List.of(WIDGET))
          .containsEntry("", List.of(BundleIdentifier.of("com.example.Bare")));
      assertThat(policy.overrides()).isEqualTo(Overrides.FORBIDDEN);
      assertThat(policy.approvers()).isEqualTo(Approvers.EVERYBODY);
    }
  }

  @Test
  void the_profile_and_the_database_name_the_same_payload() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
    try (SimulatedMac mac = mac("14.4").build()) {
      mac.policy().mdm().install(KextProfile.create().allowingTeam("ABCDE12345"));

      HostFacts facts = ask(mac);

      assertThat(facts.policy().value().orElseThrow().managed().get(0).payload())
          .contains(facts.profiles().value().orElseThrow().kexts().get(0).payload());
    }
  }
}
