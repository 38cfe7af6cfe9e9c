package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.MacOsVersion;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library makes of every fault: the table in {@code docs/simulated-mac.md}. */
class FaultOutcomesTest {
  private static final TestKext WIDGET = TestKext.named("com.example.Widget").version("1.5");

  @ParameterizedTest(name = "{0}: {1}, then {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kextload hang | Indeterminate TIMED_OUT | Indeterminate TIMED_OUT",
        "kextload hang done | Loaded | Loaded",
        "kextload slow PT20S | Loaded | Loaded",
        "kextload slow PT1H | Indeterminate TIMED_OUT | Indeterminate TIMED_OUT",
        "kextload killed 9 | Indeterminate KILLED | Indeterminate KILLED",
        "kextload killed 15 done | Loaded | Loaded",
        "kextload exit 0 | Indeterminate CONTRADICTED | Indeterminate CONTRADICTED",
        "kextload exit 1 | Refused UNKNOWN | Refused UNKNOWN",
        "kextload flood stdout | Loaded | Loaded",
        "kextload flood stderr | Loaded | Loaded",
        "kextload cut 0 | Loaded | Loaded",
        "kextload bad-byte 0 | Loaded | Loaded",
        "kextload merged-streams | Loaded | Loaded",
        "kextload missing | CommandNotStartedException | CommandNotStartedException",
        "kextload permission-lost 0 | Refused NOT_PRIVILEGED | Refused NOT_PRIVILEGED",
        "sudo sudo-asks | Refused SUDO_PASSWORD_REQUIRED | Refused SUDO_PASSWORD_REQUIRED",
        "sudo sudo-hangs | Indeterminate TIMED_OUT | Indeterminate TIMED_OUT",
        "kernel/load kernel-answers 0 | Indeterminate CONTRADICTED | Indeterminate CONTRADICTED",
        "kernel/load kernel-answers 0xdc008018 | Refused IN_USE | Refused IN_USE",
        "kernel/load kernel-answers 0xdc00800c | Refused INVALID_BUNDLE | Refused INVALID_BUNDLE",
        "kextload panic no port | Indeterminate KILLED | Indeterminate KILLED",
        "kextload other-copy com.example.Widget path | Loaded | Loaded",
        "kextload other-copy com.example.Widget version | OtherVersionLoaded | OtherVersionLoaded",
      })
  void a_load(String fault, String onLegacy, String withCollections) {
    assertThat(load("10.15.7", fault)).isEqualTo(onLegacy);
    assertThat(load("14.5", fault.replace("kextload", "kmutil/load"))).isEqualTo(withCollections);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kextload disk-full | Refused STAGING_FAILED",
        "kextload kextd-absent | Loaded",
        "kextd kextd-answers 0xdc008019 | Refused TIMEOUT",
        "kextd kextd-answers 0 | Indeterminate CONTRADICTED",
        "kextload other-copy com.example.Widget uuid | OtherVersionLoaded"
      })
  void a_load_up_to_10_15(String fault, String outcome) {
    assertThat(load("10.15.7", fault)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kextunload hang | Indeterminate TIMED_OUT | Indeterminate TIMED_OUT",
        "kextunload hang done | Unloaded | Unloaded",
        "kextunload killed 9 | Indeterminate KILLED | Indeterminate KILLED",
        "kextunload exit 0 | Indeterminate CONTRADICTED | Indeterminate CONTRADICTED",
        "kextunload exit 1 | Refused UNKNOWN | Refused UNKNOWN",
        "kextunload exit 3 | Refused UNKNOWN | Indeterminate CONTRADICTED",
        "kextunload missing | CommandNotStartedException | CommandNotStartedException",
        "kextunload permission-lost 0 | Refused NOT_PRIVILEGED | Refused NOT_PRIVILEGED",
        "sudo sudo-asks | Refused SUDO_PASSWORD_REQUIRED | Refused SUDO_PASSWORD_REQUIRED",
        "kernel/unload kernel-answers 0xdc008018 | InUse | InUse",
        "kernel/unload kernel-answers 0 | Indeterminate CONTRADICTED | Indeterminate CONTRADICTED",
        "kextunload bad-byte 0 | Unloaded | Unloaded",
        "kextunload merged-streams | Unloaded | Unloaded"
      })
  void an_unload(String fault, String onLegacy, String withCollections) {
    assertThat(unload("10.15.7", fault)).isEqualTo(onLegacy);
    assertThat(unload("14.5", fault.replace("kextunload", "kmutil/unload")))
        .isEqualTo(withCollections);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hang",
        "killed 9",
        "exit 0",
        "exit 1",
        "flood stdout",
        "cut 700",
        "bad-byte 200",
        "missing",
        "kernel-answers 0xdc008004",
        "kernel-answers 0"
      })
  void a_look_that_fails_is_an_exception_before_a_change_and_a_doubt_after_it(String fault) {
    assertThat(load("10.15.7", "kextstat " + fault))
        .isIn("QueryFailedException", "CommandNotStartedException");
    assertThat(load("10.15.7", "kextstat#2 " + fault)).isEqualTo("Indeterminate NOT_OBSERVED");
    assertThat(load("14.5", "kmutil/showloaded " + fault))
        .isIn("QueryFailedException", "CommandNotStartedException");
    assertThat(load("14.5", "kmutil/showloaded#2 " + fault))
        .isEqualTo("Indeterminate NOT_OBSERVED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow PT5S", "flood stderr", "sudo-asks", "disk-full"})
  void a_look_goes_on_where_nothing_is_wrong_with_its_table(String fault) {
    assertThat(load("10.15.7", "kextstat " + fault)).isEqualTo("Loaded");
    assertThat(load("14.5", "kmutil/showloaded " + fault)).isEqualTo("Loaded");
  }

  private static String load(String release, String fault) {
    try (SimulatedMac mac = macThatCanLoad(release)) {
      KextManager manager = manager(mac);
      manager.release();
      mac.faults().plan(fault);
      return words(() -> words(manager.load(WIDGET.path())));
    }
  }

  private static String unload(String release, String fault) {
    try (SimulatedMac mac = macThatCanLoad(release)) {
      KextManager manager = manager(mac);
      manager.load(WIDGET.path());
      mac.faults().plan(fault);
      return words(() -> words(manager.unload(WIDGET.identifier())));
    }
  }

  private static SimulatedMac macThatCanLoad(String release) {
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse(release))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build();
    mac.install(WIDGET);
    mac.approve(WIDGET.identifier());
    mac.restart();
    return mac;
  }

  private static KextManager manager(SimulatedMac mac) {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static String words(Supplier<String> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String words(LoadOutcome outcome) {
    if (outcome instanceof LoadOutcome.Refused refused) {
      return "Refused " + refused.reason();
    }
    if (outcome instanceof LoadOutcome.Indeterminate indeterminate) {
      return "Indeterminate " + indeterminate.doubt();
    }
    return outcome instanceof LoadOutcome.Deferred deferred
        ? "Deferred " + deferred.until()
        : outcome.getClass().getSimpleName();
  }

  private static String words(UnloadOutcome outcome) {
    if (outcome instanceof UnloadOutcome.Refused refused) {
      return "Refused " + refused.reason();
    }
    return outcome instanceof UnloadOutcome.Indeterminate indeterminate
        ? "Indeterminate " + indeterminate.doubt()
        : outcome.getClass().getSimpleName();
  }
}
