package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.AlreadyLoaded;
import io.github.kextmanager.lifecycle.LoadOutcome.OtherVersionLoaded;
import io.github.kextmanager.lifecycle.LoadOutcome.Refused;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From macOS 11 on, a bundle may be refused while another copy of the kext runs. */
class RefusedWhileLoadedTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT =
      TestKext.named(WIDGET.value()).version("1.0.0").signedBy("ABCDE12345");
  private static final TestKext OTHER_BUILD = KEXT.uuid(new UUID(1, 2));

  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();

  @AfterEach
  void shutDown() {
    mac.close();
  }

  /** Starts the kext, and then lays another copy over its bundle. */
  private Path replaced(String release, TestKext other) {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse(release))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build();
    mac.install(KEXT);
    mac.approve(WIDGET);
    mac.restart();
    assertThat(manager().load(KEXT.path()).isLoaded()).isTrue();
    return mac.install(other);
  }

  private KextManager manager() {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static void isRefused(LoadOutcome outcome, Reason reason, String line) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.instead())
                  .map(LoadedKext::version)
                  .contains(new ReportedVersion("1.0.0"));
              assertThat(refused.state()).isEqualTo(LifecycleState.OTHER_VERSION_LOADED);
              assertThat(refused.report().verdict().also())
                  .contains(Category.ALREADY_LOADED_DIFFERENT_VERSION);
              assertThat(refused.report().verdict().evidence())
                  .anySatisfy(said -> assertThat(said.text()).contains(line));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.7", "14.4", "15.5"})
  void a_newer_version_is_refused_for_its_own_reason(String release) {
    Path bundle = replaced(release, KEXT.version("3.0").unsigned());

    isRefused(manager().load(bundle), Reason.BAD_SIGNATURE, "Bad code signature");
  }

  @Test
  void a_newer_version_is_refused_for_a_library_that_is_missing() {
    Path bundle = replaced("14.4", KEXT.version("3.0").needing("com.example.lib.Gears", "1.0"));

    isRefused(manager().load(bundle), Reason.MISSING_DEPENDENCY, "which was not found");
  }

  @Test
  void another_build_of_the_same_version_is_refused_for_its_own_reason() {
    Path bundle = replaced("14.4", OTHER_BUILD.unsigned());

    isRefused(manager().load(bundle), Reason.BAD_SIGNATURE, "Bad code signature");
  }

  @Test
  void what_sudo_refuses_is_told_as_what_it_is() {
    Path bundle = replaced("14.4", KEXT.version("3.0"));
    KextManager manager = manager();
    mac.faults().plan("sudo sudo-asks");

    assertThat(manager.load(bundle))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.SUDO_PASSWORD_REQUIRED));
  }

  @Test
  void whether_a_newer_version_was_taken_is_not_known_if_the_tool_did_not_end() {
    Path bundle = replaced("14.4", KEXT.version("3.0"));
    KextManager manager = manager();
    mac.faults().plan("kmutil/load hang");

    assertThat(manager.load(bundle)).isInstanceOf(LoadOutcome.Indeterminate.class);
  }

  @Test
  void another_build_is_not_loaded_already_though_nobody_says_so() {
    Path bundle = replaced("14.4", OTHER_BUILD);
    KextManager manager = manager();
    mac.faults().plan("kmutil/load exit 0");

    assertThat(manager.load(bundle)).isInstanceOf(OtherVersionLoaded.class);
  }

  @Test
  void what_the_tool_says_against_a_kext_that_runs_is_kept() {
    Path bundle = replaced("14.4", KEXT);
    KextManager manager = manager();
    mac.faults().plan("sudo sudo-asks");

    assertThat(manager.load(bundle))
        .isInstanceOfSatisfying(
            AlreadyLoaded.class,
            loaded ->
                assertThat(loaded.report().verdict().also())
                    .containsExactly(Category.SUDO_PASSWORD_REQUIRED));
  }
}
