package io.github.kextmanager.testing.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Check.Result;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.Recovery;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a load is refused for what is wrong with a library, and when for something before that. */
class DoctorOnLibrariesTest {
  private static final TestKext BASE = TestKext.named("com.example.Base").compatibleFrom("1.0");
  private static final TestKext PLUG =
      TestKext.named("com.example.Plug").needing("com.example.Base", "1.0");

  private static SimulatedMac mac(String release, TestKext plug, TestKext base) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    mac.install(base);
    mac.install(plug);
    mac.policy().approve(PLUG.identifier());
    return mac;
  }

  private static TestKext forSafeBoot(TestKext kext) {
    return kext.property("OSBundleRequired", "Root");
  }

  private static KextManager manager(SimulatedMac mac) {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static Diagnosis diagnosis(SimulatedMac mac) {
    return manager(mac)
        .examination()
        .seeing((seen, onDisk) -> owner(mac, seen))
        .look()
        .examine(PLUG.identifier());
  }

  private static OwnerAndMode owner(SimulatedMac mac, Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  private static List<Topic> failed(Diagnosis diagnosis) {
    return diagnosis.checks().stream()
        .filter(check -> check.result() == Result.FAILED)
        .map(Check::topic)
        .toList();
  }

  private static Reason refusal(SimulatedMac mac) {
    return ((LoadOutcome.Refused) manager(mac).load(PLUG.identifier())).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.14.6", "10.15.7"})
  void a_library_that_nobody_has_allowed_comes_before_safe_boot(String release) {
    try (SimulatedMac mac = mac(release, PLUG, BASE)) {
      mac.restart(BootMode.SAFE);

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(failed(diagnosis))
          .containsExactlyInAnyOrder(
              Topic.LIBRARIES_APPROVED, Topic.SAFE_BOOT, Topic.LIBRARIES_IN_SAFE_BOOT);
      assertThat(diagnosis.reason()).contains(Reason.MISSING_DEPENDENCY).contains(refusal(mac));
    }
  }

  @Test
  void up_to_10_12_safe_boot_comes_before_the_owners_of_a_library() {
    try (SimulatedMac mac = mac("10.12.6", PLUG, BASE)) {
      mac.changeMode(BASE.path(), 0777);
      mac.restart(BootMode.SAFE);

      assertThat(diagnosis(mac).reason()).contains(Reason.SAFE_BOOT).contains(refusal(mac));
    }
  }

  @Test
  void up_to_10_12_the_owners_of_a_library_come_before_its_being_ineligible_in_safe_boot() {
    try (SimulatedMac mac = mac("10.12.6", forSafeBoot(PLUG), BASE)) {
      mac.changeMode(BASE.path(), 0777);
      mac.restart(BootMode.SAFE);

      assertThat(diagnosis(mac).reason()).contains(Reason.MISSING_DEPENDENCY);
      assertThat(refusal(mac)).isEqualTo(Reason.BAD_OWNERSHIP);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9.5", "10.12.6", "10.13.6"})
  void the_owners_of_the_kext_come_before_a_library_that_is_ineligible_in_safe_boot(
      String release) {
    try (SimulatedMac mac = mac(release, forSafeBoot(PLUG), BASE)) {
      mac.policy().approve(BASE.identifier());
      mac.changeMode(PLUG.path(), 0777);
      mac.restart(BootMode.SAFE);

      assertThat(diagnosis(mac).reason()).contains(Reason.BAD_OWNERSHIP).contains(refusal(mac));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9.5", "10.12.6", "10.15.7"})
  void a_library_that_is_ineligible_in_safe_boot_stops_a_kext_that_is_not(String release) {
    try (SimulatedMac mac = mac(release, forSafeBoot(PLUG), BASE)) {
      mac.policy().approve(BASE.identifier());
      mac.restart(BootMode.SAFE);

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(failed(diagnosis)).containsExactly(Topic.LIBRARIES_IN_SAFE_BOOT);
      assertThat(diagnosis.reason()).contains(Reason.SAFE_BOOT).contains(refusal(mac));
    }
  }

  @Test
  void kextd_of_10_11_looks_at_the_signatures_of_libraries_before_the_architecture() {
    try (SimulatedMac mac = mac("10.11.6", PLUG.onlyFor(Chip.APPLE_SILICON), BASE.unsigned())) {
      assertThat(diagnosis(mac).reason()).contains(Reason.MISSING_DEPENDENCY);
      assertThat(refusal(mac)).isEqualTo(Reason.KERNEL_REJECTED);
    }
  }

  @Test
  void what_helps_is_what_helps_with_the_library() {
    try (SimulatedMac mac = mac("10.15.7", PLUG, BASE)) {
      mac.policy().approve(BASE.identifier());
      mac.changeMode(BASE.path(), 0777);

      assertThat(diagnosis(mac).remedies())
          .flatExtracting(remedy -> remedy.command().stream().toList())
          .contains("sudo chmod -R go-w /Library/Extensions/Base.kext")
          .noneMatch(command -> command.contains("Plug.kext"));
    }
  }

  @Test
  void names_the_library_and_what_is_known_of_it() {
    try (SimulatedMac mac = mac("10.15.7", PLUG, BASE)) {
      mac.policy().approve(BASE.identifier());

      assertThat(diagnosis(mac).check(Topic.LIBRARIES_APPROVED).orElseThrow().grounds())
          .extracting(Ground::from, Ground::text)
          .containsExactly(tuple("/Library/Extensions/Base.kext", "A person has allowed it."));
    }
  }

  @Test
  void asks_no_trust_of_libraries_that_come_with_macos() {
    try (SimulatedMac mac = mac("10.15.7", TestKext.named("com.example.Plug"), BASE)) {
      assertThat(diagnosis(mac).checks())
          .extracting(Check::topic)
          .contains(Topic.DEPENDENCIES)
          .doesNotContain(
              Topic.LIBRARIES_AUTHENTIC, Topic.LIBRARIES_SIGNED, Topic.LIBRARIES_APPROVED);
    }
  }

  @Test
  void warns_of_an_unsigned_library_that_this_mac_lets_in() {
    try (SimulatedMac mac = mac("10.12.6", PLUG, BASE.unsigned())) {
      mac.restartThroughRecovery(Recovery::disableKextSigning);

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.check(Topic.LIBRARIES_SIGNED).orElseThrow().result())
          .isEqualTo(Result.WARNED);
      assertThat(manager(mac).load(PLUG.identifier())).isInstanceOf(LoadOutcome.Loaded.class);
    }
  }

  @Test
  void does_not_know_what_macos_11_makes_of_a_library_that_nobody_has_allowed() {
    try (SimulatedMac mac = mac("13.6", PLUG, BASE)) {
      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.check(Topic.LIBRARIES_APPROVED).orElseThrow().result())
          .isEqualTo(Result.NOT_KNOWN);
      assertThat(diagnosis.reason()).contains(Reason.REBOOT_REQUIRED);
    }
  }

  @Test
  void says_of_a_kext_that_runs_what_its_library_would_be_refused_for() {
    try (SimulatedMac mac = mac("10.15.7", PLUG, BASE)) {
      mac.policy().approve(BASE.identifier());
      manager(mac).load(PLUG.identifier());
      mac.changeMode(BASE.path(), 0777);

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.standing()).isEqualTo(Diagnosis.Standing.LOADED);
      assertThat(diagnosis.check(Topic.LIBRARIES_AUTHENTIC).orElseThrow().said())
          .isEqualTo(
              "It runs, and would be refused if it were loaded again. A library that it links"
                  + " against has the wrong owners or modes.");
      assertThat(diagnosis.remedies()).isNotEmpty();
    }
  }
}
