package io.github.kextmanager.testing.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Obstacle;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.verdict.Actor;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of all that stands against a load, and of what nobody has asked for yet. */
class DoctorOnObstaclesTest {
  private static final TestKext WIDGET = TestKext.named("com.example.Widget");

  @TempDir Path folder;

  private static KextManager manager(SimulatedMac mac) {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static Diagnosis diagnosis(SimulatedMac mac) {
    return manager(mac)
        .examination()
        .seeing(
            (seen, onDisk) -> {
              FileOwner owner = mac.owner(seen);
              return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
            })
        .look()
        .examine(WIDGET.identifier());
  }

  private static List<String> commands(List<Remedy> remedies) {
    return remedies.stream().flatMap(remedy -> remedy.command().stream()).toList();
  }

  private static SimulatedMac mac(String release, TestKext kext) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    mac.install(kext);
    return mac;
  }

  @Test
  void has_a_load_asked_for_before_the_restart() {
    try (SimulatedMac mac = mac("15.1", WIDGET)) {
      mac.policy().approve(WIDGET.identifier());

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.reason()).contains(Reason.REBOOT_REQUIRED);
      assertThat(diagnosis.obstacles().get(0).meaning())
          .isEqualTo("It needs a restart after it has been asked for.");
      assertThat(commands(diagnosis.remedies()))
          .startsWith("sudo kmutil load -p /Library/Extensions/Widget.kext")
          .endsWith("sudo shutdown -r now");
      assertThat(diagnosis.remedies())
          .filteredOn(remedy -> remedy.actor() == Actor.MDM)
          .singleElement()
          .satisfies(remedy -> assertThat(remedy.action()).contains("KextPaths"));
    }
  }

  @Test
  void says_that_another_version_runs_while_the_restart_is_owed() {
    try (SimulatedMac mac = mac("27", WIDGET)) {
      mac.policy().approve(WIDGET.identifier());
      manager(mac).load(WIDGET.path());
      mac.restart();
      manager(mac).load(WIDGET.path());
      mac.install(WIDGET.version("2.0.0"));

      assertThat(diagnosis(mac).obstacles().get(0).meaning())
          .startsWith("Another version or build of it runs, and goes on.");
    }
  }

  @Test
  void calls_it_accepted_where_the_journal_says_so() {
    Path journal = folder.resolve("journal");
    try (SimulatedMac mac = mac("14.5", WIDGET)) {
      mac.policy().approve(WIDGET.identifier());
      KextManager remembering =
          KextManager.builder().runner(mac).root(mac.root()).journal(journal, "a test").build();
      remembering.load(WIDGET.path());

      Obstacle first =
          remembering
              .examination()
              .reading(journal)
              .look()
              .examine(WIDGET.identifier())
              .obstacles()
              .get(0);

      assertThat(first.topic()).isEqualTo(Topic.RESTART);
      assertThat(first.meaning()).isEqualTo(Reason.REBOOT_REQUIRED.meaning());
      assertThat(commands(first.remedies())).noneMatch(command -> command.contains("kmutil load"));
    }
  }

  @Test
  void says_what_helps_against_each_thing_that_stands_against_it() {
    try (SimulatedMac mac = mac("14.5", WIDGET.unsigned())) {
      mac.changeOwner(WIDGET.path(), 501, 20);

      assertThat(diagnosis(mac).obstacles())
          .extracting(Obstacle::reason)
          .containsExactly(Reason.BAD_OWNERSHIP, Reason.BAD_SIGNATURE, Reason.NOT_APPROVED);
    }
  }

  @Test
  void says_nothing_twice() {
    try (SimulatedMac mac = mac("14.5", WIDGET.unsigned())) {
      List<Remedy> all =
          diagnosis(mac).obstacles().stream().flatMap(each -> each.remedies().stream()).toList();

      assertThat(all).doesNotHaveDuplicates();
    }
  }

  @Test
  void names_what_is_to_be_copied_and_whom_the_copy_belongs_to() {
    TestKext elsewhere = WIDGET.at(Path.of("/Users/Shared/Un Widget.kext"));
    try (SimulatedMac mac = mac("11.0.1", elsewhere)) {
      Diagnosis diagnosis = manager(mac).examination().look().examine(elsewhere.path());

      assertThat(diagnosis.reason()).contains(Reason.INVALID_LOCATION);
      assertThat(commands(diagnosis.remedies()))
          .containsExactly(
              "sudo ditto '/Users/Shared/Un Widget.kext' '/Library/Extensions/Un Widget.kext'",
              "sudo chown -R root:wheel '/Library/Extensions/Un Widget.kext'",
              "sudo chmod -R go-w '/Library/Extensions/Un Widget.kext'",
              "sudo kmutil load -p '/Library/Extensions/Un Widget.kext'");
    }
  }

  @Test
  void has_nobody_forget_what_is_staged_for_a_path_that_was_mistyped() {
    try (SimulatedMac mac = mac("14.5", WIDGET)) {
      Diagnosis diagnosis =
          manager(mac).examination().look().examine(Path.of("/Library/Extensions/Wigdet.kext"));

      assertThat(diagnosis.reason()).contains(Reason.NOT_FOUND);
      assertThat(commands(diagnosis.remedies())).isEmpty();
      assertThat(diagnosis.check(Topic.PRESENT).orElseThrow().said())
          .isEqualTo("There is nothing at this path.");
    }
  }

  @Test
  void has_the_maker_of_a_library_declare_what_it_is_compatible_with() {
    try (SimulatedMac mac = mac("10.15.7", WIDGET.needing("com.example.Base", "1.0"))) {
      mac.install(TestKext.named("com.example.Base"));
      mac.policy().approve(WIDGET.identifier());

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.reason()).contains(Reason.MISSING_DEPENDENCY);
      assertThat(diagnosis.remedies())
          .extracting(Remedy::action)
          .anyMatch(action -> action.contains("its maker must declare it"))
          .noneMatch(action -> action.startsWith("Install the library"));
    }
  }

  @Test
  void blames_the_library_by_its_own_reason() {
    try (SimulatedMac mac = mac("10.15.7", WIDGET.needing("com.example.Base", "1.0"))) {
      mac.install(TestKext.named("com.example.Base").compatibleFrom("1.0").tampered());
      mac.policy().approve(WIDGET.identifier());

      Obstacle first = diagnosis(mac).obstacles().get(0);

      assertThat(first.reason()).isEqualTo(Reason.MISSING_DEPENDENCY);
      assertThat(first.culprits())
          .first()
          .satisfies(
              culprit -> {
                assertThat(culprit.identifier().value()).isEqualTo("com.example.Base");
                assertThat(culprit.reason()).isEqualTo(Reason.BAD_SIGNATURE);
              });
    }
  }
}
