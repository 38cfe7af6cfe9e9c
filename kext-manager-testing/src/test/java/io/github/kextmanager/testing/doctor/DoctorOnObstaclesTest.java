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
}
