package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Cause;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReportedVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal remembers through restarts of a simulated Mac; each manager is a new process. */
class RememberedChangesTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT =
      TestKext.named("com.example.Widget").version("1.2").signedBy("ABCDE12345");

  @TempDir Path folder;
  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();
  private Path bundle = Path.of("/");

  @BeforeEach
  void install() {
    bundle = mac.install(KEXT);
  }

  @AfterEach
  void shutDown() {
    mac.close();
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private KextManager manager() {
    return KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .journal(journal(), "the installer of Widget")
        .build();
  }

  private OwedKext owed() {
    List<OwedKext> owed = manager().remembered().owed();
    assertThat(owed).hasSize(1);
    return owed.get(0);
  }

  @Test
  void an_approval_is_owed_until_it_was_given() {
    manager().load(bundle);

    OwedKext owed = owed();

    assertThat(owed.identifier()).isEqualTo(WIDGET);
    assertThat(owed.version()).contains(new ReportedVersion("1.2"));
    assertThat(owed.until()).isEqualTo(Deferral.APPROVAL);
    assertThat(owed.author()).isEqualTo("the installer of Widget");
    assertThat(owed.standing()).isEqualTo(Standing.STILL_OWED);
  }

  @Test
  void the_status_says_what_is_owed() {
    manager().load(bundle);
    assertThat(manager().status(WIDGET).state()).isEqualTo(LifecycleState.AWAITING_APPROVAL);

    mac.approve(WIDGET);
    manager().load(bundle);
    assertThat(manager().status(WIDGET).state()).isEqualTo(LifecycleState.AWAITING_RESTART);
  }

  @Test
  void a_restart_that_helped_is_told_once() {
    manager().load(bundle);
    mac.approve(WIDGET);
    manager().load(bundle);
    mac.install(KEXT.matchesHardware());
    mac.restart();

    assertThat(owed().standing()).isEqualTo(Standing.DONE);
    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void a_restart_that_did_not_help_is_told_once() {
    mac.approve(WIDGET);
    manager().load(bundle);
    mac.deny(WIDGET);
    mac.restart();

    assertThat(owed().standing()).isEqualTo(Standing.DID_NOT_TAKE);
    assertThat(manager().remembered().owed()).isEmpty();
    assertThat(manager().status(WIDGET).state()).isEqualTo(LifecycleState.NOT_LOADED);
  }

  @Test
  void a_load_that_succeeds_settles_what_was_owed() {
    manager().load(bundle);
    mac.approve(WIDGET);
    manager().load(bundle);
    mac.restart();

    assertThat(manager().load(bundle).isLoaded()).isTrue();
    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void a_kext_without_code_is_not_called_lost_because_no_look_shows_it() {
    bundle = mac.install(KEXT.codeless());
    mac.approve(WIDGET);
    manager().load(bundle);
    assertThat(owed().standing()).isEqualTo(Standing.STILL_OWED);
    mac.restart();

    assertThat(owed().standing()).isEqualTo(Standing.TRY_AGAIN);
    manager().load(bundle);
    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void an_older_version_that_runs_is_not_what_was_asked_for() {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    mac.install(KEXT.version("1.3"));
    manager().load(bundle);

    OwedKext owed = owed();

    assertThat(owed.standing()).isEqualTo(Standing.STILL_OWED);
    assertThat(owed.until()).isEqualTo(Deferral.RESTART);
    assertThat(owed.loaded())
        .hasValueSatisfying(
            loaded -> assertThat(loaded.version()).isEqualTo(new ReportedVersion("1.2")));
  }

  @Test
  void a_newer_version_is_owed_still_when_the_older_one_is_loaded_already() {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    mac.install(KEXT.version("1.3"));
    manager().load(bundle);

    manager().load(WIDGET);

    assertThat(owed().version()).contains(new ReportedVersion("1.3"));
  }

  @Test
  void a_newer_version_is_owed_still_when_one_newer_still_is_refused() {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    mac.install(KEXT.version("1.3"));
    manager().load(bundle);
    mac.install(KEXT.version("1.4").unsigned().at(Path.of("/Library/Extensions/Later.kext")));

    manager().load(Path.of("/Library/Extensions/Later.kext"));

    assertThat(owed().version()).contains(new ReportedVersion("1.3"));
  }

  @Test
  void another_build_of_the_version_that_runs_is_owed_until_it_runs() {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    mac.install(KEXT.uuid(new UUID(1, 2)));
    assertThat(manager().load(bundle).state()).isEqualTo(LifecycleState.AWAITING_RESTART);

    assertThat(owed().standing()).isEqualTo(Standing.STILL_OWED);
    mac.restart();
    manager().load(bundle);
    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void what_is_asked_for_while_somebody_looks_stays_owed() {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    mac.install(KEXT.version("1.3"));
    manager().load(bundle);
    mac.restart();
    KextManager.builder().runner(mac).root(mac.root()).build().load(bundle);
    mac.install(KEXT.version("1.4"));
    KextManager.builder()
        .runner(
            command -> {
              CommandResult result = mac.run(command);
              if (command.argv().contains("showloaded")) {
                manager().load(bundle);
              }
              return result;
            })
        .root(mac.root())
        .journal(journal(), "another")
        .build()
        .remembered();

    assertThat(owed().version()).contains(new ReportedVersion("1.4"));
  }

  @Test
  void an_unload_does_not_take_back_what_was_accepted_for_the_next_start() {
    mac.approve(WIDGET);
    manager().load(bundle);

    UnloadOutcome outcome = manager().unload(WIDGET);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UnloadOutcome.NotLoaded.class,
            absent -> assertThat(absent.nextStart()).contains(NextStart.IN_COLLECTION));
    assertThat(owed().standing()).isEqualTo(Standing.STILL_OWED);
  }

  @Test
  void an_unload_withdraws_what_had_its_restart() {
    mac.approve(WIDGET);
    manager().load(bundle);
    mac.restart();

    manager().unload(WIDGET);

    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void what_waits_for_a_restart_only_may_come_whatever_becomes_of_its_bundle() {
    mac.approve(WIDGET);
    manager().load(bundle);
    mac.install(KEXT.version("2.0"));

    assertThat(owed().standing()).isEqualTo(Standing.STILL_OWED);
    mac.restart();
    assertThat(owed().standing()).isEqualTo(Standing.NOT_ON_DISK);
  }

  @Test
  void a_journal_that_cannot_be_read_hides_no_status() throws IOException {
    Files.createDirectory(journal());

    assertThat(manager().status(WIDGET).state()).isEqualTo(LifecycleState.NOT_LOADED);
  }

  @Test
  void what_cannot_be_remembered_is_told_in_a_sentence() throws IOException {
    mac.approve(WIDGET);
    mac.restart();
    manager().load(bundle);
    Files.delete(journal());
    Files.createDirectory(journal());
    List<String> warnings = new ArrayList<>();

    KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .journal(journal(), "a test")
        .warnings(warnings::add)
        .build()
        .load(WIDGET);

    assertThat(warnings).containsExactly("The journal %s is not a file.".formatted(journal()));
  }

  @Test
  void who_wants_it_gone_wants_nothing_owed_any_more() {
    manager().load(bundle);

    manager().unload(WIDGET);

    assertThat(manager().remembered().owed()).isEmpty();
  }

  @Test
  void a_change_during_which_the_mac_went_down_is_told_once() throws IOException {
    manager().load(bundle);
    List<String> lines = Files.readAllLines(journal());
    String begun =
        lines.stream().filter(line -> line.contains(" begun ")).findFirst().orElseThrow();
    Files.writeString(journal(), begun + "\n");
    mac.restart();

    Remembered remembered = manager().remembered();

    assertThat(remembered.interrupted())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.goal()).isEqualTo(Goal.LOADED);
              assertThat(change.cause()).isEqualTo(Cause.MAC_WENT_DOWN);
              assertThat(change.kexts()).extracting(Suspect::identifier).containsExactly(WIDGET);
            });
    assertThat(manager().remembered().interrupted()).isEqualTo(List.<InterruptedChange>of());
  }

  @Test
  void a_change_that_runs_now_is_no_suspect() throws IOException {
    manager().load(bundle);
    String begun =
        Files.readAllLines(journal()).stream()
            .filter(line -> line.contains(" begun "))
            .findFirst()
            .orElseThrow();
    Files.writeString(journal(), begun + "\n");

    assertThat(manager().remembered().interrupted()).isEmpty();
  }

  @Test
  void nothing_is_changed_that_cannot_be_remembered() throws IOException {
    mac.approve(WIDGET);
    Files.createDirectory(journal());

    assertThatThrownBy(() -> manager().load(bundle))
        .isInstanceOf(KextException.class)
        .hasMessageContaining(journal().toString());
    assertThat(mac.kernel().find(WIDGET)).isEqualTo(Optional.empty());
  }

  @Test
  void a_damaged_line_is_told() throws IOException {
    Files.writeString(journal(), "junk\n");

    assertThat(manager().remembered().damaged()).containsExactly("line 1: its checksum is wrong");
  }

  @Test
  void without_a_journal_nothing_is_remembered_and_nothing_more_is_asked() {
    KextManager forgetful = KextManager.builder().runner(mac).root(mac.root()).build();
    forgetful.load(bundle);

    int asked = mac.commands().size();

    assertThat(forgetful.remembered().owed()).isEmpty();
    assertThat(mac.commands()).hasSize(asked);
  }
}
