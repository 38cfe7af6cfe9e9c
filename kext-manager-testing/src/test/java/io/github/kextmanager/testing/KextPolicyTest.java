package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.policy.KextDecision;
import io.github.kextmanager.testing.policy.LoadRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, organisations and Apple do to a Mac, and what the tools then say. */
class KextPolicyTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final String TEAM = "TEAM123456";
  private static final TestKext KEXT = TestKext.named(ID).signedBy(TEAM);
  private static final int NO_CONSENT = 27;
  private static final int RESTART_OWED = 28;

  private final List<SimulatedMac> macs = new ArrayList<>();

  @AfterEach
  void close() {
    macs.forEach(SimulatedMac::close);
  }

  @Test
  void a_person_allows_what_macos_asks_about() {
    SimulatedMac mac = mac("10.15.7");
    assertThat(load(mac)).isEqualTo(NO_CONSENT);

    mac.policy().person().allow(WIDGET);

    assertThat(load(mac)).isZero();
  }

  @Test
  void nobody_can_allow_what_macos_does_not_ask_about() {
    SimulatedMac mac = mac("10.15.7");

    assertThatIllegalStateException()
        .isThrownBy(() -> mac.policy().person().allow(WIDGET))
        .withMessageContaining(ID);
  }

  @Test
  void macos_stops_asking_after_half_an_hour() {
    SimulatedMac mac = mac("10.13.6");
    load(mac);

    mac.advance(Duration.ofMinutes(30));

    assertThat(mac.awaitingApproval()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> mac.policy().person().allow(WIDGET));
  }

  @Test
  void macos_asks_again_when_somebody_tries_again() {
    SimulatedMac mac = mac("10.13.6");
    load(mac);
    mac.advance(Duration.ofHours(2));
    load(mac);

    assertThat(mac.awaitingApproval()).containsExactly(WIDGET);
  }

  @Test
  void any_user_may_allow_kexts_up_to_10_15() {
    SimulatedMac mac = mac("10.14.6");
    load(mac);

    mac.policy().standardUser().allow(WIDGET);

    assertThat(load(mac)).isZero();
  }

  @Test
  void only_administrators_may_from_11_on() {
    SimulatedMac mac = mac("12.6");
    load(mac);

    assertThatIllegalStateException()
        .isThrownBy(() -> mac.policy().standardUser().allow(WIDGET))
        .withMessageContaining("administrator");
  }

  @Test
  void a_profile_lets_standard_users_allow_kexts() {
    SimulatedMac mac = mac("12.6");
    mac.policy().mdm().install(KextProfile.create().withUserOverrides().withNonAdminApprovals());
    load(mac);

    mac.policy().standardUser().allow(WIDGET);

    assertThat(load(mac)).isEqualTo(RESTART_OWED);
  }

  @Test
  void a_profile_allows_a_team() {
    SimulatedMac mac = mac("10.14.6");

    mac.policy().mdm().install(KextProfile.create().allowingTeam(TEAM));

    assertThat(load(mac)).isZero();
  }

  @Test
  void a_profile_allows_a_kext() {
    SimulatedMac mac = mac("10.14.6");

    mac.policy().mdm().install(KextProfile.create().allowingKext(TEAM, WIDGET));

    assertThat(load(mac)).isZero();
  }

  @Test
  void a_profile_for_another_team_allows_nothing() {
    SimulatedMac mac = mac("10.14.6");

    mac.policy().mdm().install(KextProfile.create().allowingKext("OTHER12345", WIDGET));

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void what_a_profile_allowed_goes_with_it() {
    SimulatedMac mac = mac("10.14.6");
    KextProfile profile = KextProfile.create().allowingTeam(TEAM);
    mac.policy().mdm().install(profile);

    mac.policy().mdm().remove(profile);

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void a_profile_without_overrides_keeps_macos_from_asking() {
    SimulatedMac mac = mac("10.14.6");
    mac.policy().mdm().install(KextProfile.create());

    load(mac);

    assertThat(mac.awaitingApproval()).isEmpty();
  }

  @Test
  void enrolment_alone_lets_nothing_in_from_10_13_4() {
    SimulatedMac mac = mac("10.13.4");

    mac.policy().mdm().enrol();

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void enrolment_alone_lets_every_kext_in_before_10_13_4() {
    SimulatedMac mac = mac("10.13.3");

    mac.policy().mdm().enrol();

    assertThat(load(mac)).isZero();
  }

  @Test
  void apple_silicon_heeds_mdm_only_if_its_owner_lets_it() {
    SimulatedMac mac = onAppleSilicon("14.5");
    mac.policy().mdm().install(KextProfile.create().allowingTeam(TEAM));
    assertThat(load(mac)).isEqualTo(NO_CONSENT);

    mac.restart(BootSecurity.REDUCED_MANAGED);

    assertThat(load(mac)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FULL", "REDUCED_WITHOUT_KEXTS"})
  void apple_silicon_without_kexts_never_lets_them_in(BootSecurity security) {
    SimulatedMac mac = onAppleSilicon("14.5");
    mac.approve(WIDGET);

    mac.restart(security);

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void kext_consent_can_be_switched_off_in_recovery() {
    SimulatedMac mac = mac("10.15.7");

    mac.restartThroughRecovery(Recovery::disableKextConsent);

    assertThat(load(mac)).isZero();
  }

  @Test
  void a_team_can_be_let_in_in_recovery() {
    SimulatedMac mac = mac("10.15.7");

    mac.restartThroughRecovery(recovery -> recovery.allowTeam(TEAM));

    assertThat(load(mac)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.11.6", "10.12.6", "10.13.6", "10.15.7"})
  void bad_signatures_count_for_nothing_without_kext_signing(String release) {
    SimulatedMac mac = mac(release);
    mac.install(TestKext.named(ID).unsigned());
    mac.approve(WIDGET);
    assertThat(load(mac)).isEqualTo(71);

    mac.restartThroughRecovery(Recovery::disableKextSigning);
    assertThat(load(mac)).isZero();

    mac.restartThroughRecovery(Recovery::enableIntegrityProtection);
    assertThat(load(mac)).isEqualTo(71);
  }

  @Test
  void a_boot_argument_does_the_same_on_10_10() {
    SimulatedMac mac = mac("10.10.5");
    mac.install(TestKext.named(ID).unsigned());

    mac.restartThroughRecovery(recovery -> recovery.bootArguments("-v kext-dev-mode=1"));

    assertThat(load(mac)).isZero();
  }

  @Test
  void nobody_else_may_sign_a_kext_of_apple() {
    SimulatedMac mac = mac("10.15.7");
    mac.install(TestKext.named("com.apple.driver.Fake").signedBy(TEAM));

    assertThat(run(mac, "-b", "com.apple.driver.Fake").status()).isEqualTo(71);
  }

  @Test
  void the_exclude_list_keeps_a_version_out() {
    SimulatedMac mac = mac("10.15.7");
    mac.approve(WIDGET);

    mac.policy().exclude(WIDGET, "LE 1.0");

    assertThat(run(mac, "-b", ID).stderr())
        .isEqualTo(
            ID
                + " failed to load - (libkern/kext) not loadable (reason unspecified);"
                + " check the system/kernel logs for errors or try kextutil(8).\n");
  }

  @Test
  void the_kernel_learns_of_the_exclude_list_when_it_starts() {
    SimulatedMac mac = mac("10.15.7");
    mac.approveTeam(TEAM);
    mac.install(TestKext.named("com.example.Leaf").signedBy(TEAM).needing(ID, "1.0"));
    mac.install(KEXT.compatibleFrom("1.0"));
    mac.policy().exclude(WIDGET, "LE 1.0");
    mac.restart();

    assertThat(run(mac, "-b", "com.example.Leaf").stderr())
        .contains("(libkern/kext) dependency load failed");
  }

  @Test
  void kmutil_names_the_excluded_kext() {
    SimulatedMac mac = mac("14.5");
    mac.policy().exclude(WIDGET, "LE 1.0");

    assertThat(commands(mac).run("/usr/bin/kmutil", "load", "-b", ID).stderr())
        .contains(
            "Code=71 \"In exclude list: Kext com.example.driver.Widget v1.0.0 in executable kext"
                + " bundle com.example.driver.Widget at /Library/Extensions/Widget.kext is in"
                + " exclude list: inExcludeList\"");
  }

  @Test
  void a_denied_team_takes_its_kexts_along() {
    SimulatedMac mac = mac("10.15.7");
    load(mac);
    mac.approveTeam(TEAM);

    mac.policy().denyTeam(TEAM);

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void what_is_allowed_from_11_on_waits_for_a_restart() {
    SimulatedMac mac = mac("13.6");
    mac.approve(WIDGET);

    assertThat(mac.policy().awaitingRestart()).containsExactly(WIDGET);
    mac.restart();
    assertThat(mac.policy().awaitingRestart()).isEmpty();
  }

  @Test
  void the_panic_medic_takes_all_approvals_back() {
    SimulatedMac mac = mac("13.6");
    mac.approve(WIDGET);
    mac.restart();

    mac.restartThroughRecovery(Recovery::forgetKexts);

    assertThat(load(mac)).isEqualTo(NO_CONSENT);
  }

  @Test
  void approvals_outlive_an_upgrade() {
    SimulatedMac mac = mac("10.14.6");
    mac.approve(WIDGET);

    mac.upgrade(MacOsVersion.parse("10.15.7"));

    assertThat(load(mac)).isZero();
    assertThat(commands(mac).run("/usr/bin/sw_vers", "-productVersion").stdout())
        .isEqualTo("10.15.7\n");
  }

  @Test
  void what_is_there_when_10_13_comes_needs_no_approval() {
    SimulatedMac mac = mac("10.12.6");

    mac.upgrade(MacOsVersion.parse("10.13.6"));

    assertThat(load(mac)).isZero();
  }

  @Test
  void an_upgrade_to_11_brings_the_tools_of_11() {
    SimulatedMac mac = mac("10.15.7");
    mac.approve(WIDGET);
    mac.upgrade(MacOsVersion.parse("11.6"));

    assertThat(run(mac, "-b", ID).stderr()).startsWith("Executing: /usr/bin/kmutil load");
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void there_is_no_way_back() {
    SimulatedMac mac = mac("10.15.7");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> mac.upgrade(MacOsVersion.parse("10.14.6")))
        .withMessageContaining("10.14.6");
  }

  @Test
  void no_mac_with_intel_comes_to_27() {
    SimulatedMac mac = mac("26.1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> mac.upgrade(MacOsVersion.parse("27")))
        .withMessageContaining("Intel");
  }

  @Test
  void the_database_has_a_row_for_what_was_asked() {
    SimulatedMac mac = mac("10.14.6");
    load(mac);
    mac.policy().person().allow(WIDGET);

    assertThat(mac.machine().consent().decisions())
        .extracting(
            KextDecision::team,
            KextDecision::identifier,
            KextDecision::allowed,
            KextDecision::flags)
        .containsExactly(tuple(TEAM, ID, 1, 1));
  }

  @Test
  void the_database_remembers_who_wanted_to_load() {
    SimulatedMac mac = mac("10.14.6");
    load(mac);
    mac.advance(Duration.ofHours(1));
    load(mac);

    LoadRecord row = mac.machine().consent().history().get(0);
    assertThat(row.path()).isEqualTo(Path.of("/Library/Extensions/Widget.kext"));
    assertThat(Duration.between(row.createdAt(), row.lastSeen()))
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(row.codeHash()).matches("[0-9a-f]{40}");
  }

  @Test
  void a_safe_boot_keeps_approved_kexts_out() {
    SimulatedMac mac = mac("13.6");
    mac.approve(WIDGET);
    mac.restart();

    mac.restart(BootMode.SAFE);

    assertThat(load(mac)).isEqualTo(71);
  }

  private SimulatedMac mac(String release) {
    return with(SimulatedMac.builder(MacOsVersion.parse(release)));
  }

  private SimulatedMac onAppleSilicon(String release) {
    return with(SimulatedMac.builder(MacOsVersion.parse(release)).chip(Chip.APPLE_SILICON));
  }

  private SimulatedMac with(SimulatedMacBuilder builder) {
    SimulatedMac mac = builder.build();
    macs.add(mac);
    mac.install(KEXT);
    return mac;
  }

  private static int load(SimulatedMac mac) {
    return run(mac, "-b", ID).status();
  }

  private static Commands.Answer run(SimulatedMac mac, String... words) {
    return commands(mac).run("/sbin/kextload", words);
  }

  private static Commands commands(SimulatedMac mac) {
    return new Commands(mac);
  }
}
