package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel of a simulated Mac says in its log explains what kmutil does not. */
class KernelLogOnASimulatedMacTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT = TestKext.named("com.example.Widget").signedBy("ABCDE12345");

  private static SimulatedMac mac(String release) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    mac.approve(WIDGET);
    return mac;
  }

  private static KextManager manager(SimulatedMac mac) {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  /** A kext that is in the collection of this start, if there are collections. */
  private static Path installed(SimulatedMac mac, TestKext kext) {
    Path bundle = mac.install(kext);
    if (!manager(mac).load(bundle).isLoaded()) {
      mac.restart();
    }
    return bundle;
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.12.6", "10.15.7", "11.7", "14.4", "26", "27"})
  void names_the_classes_whose_instances_hold_a_kext(String release) {
    try (SimulatedMac mac = mac(release)) {
      Path bundle = installed(mac, KEXT);
      manager(mac).load(bundle);
      mac.openInstance(WIDGET, "com_example_Widget");

      UnloadOutcome outcome = manager(mac).unload(WIDGET);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              UnloadOutcome.InUse.class,
              held -> {
                assertThat(held.hold()).isEqualTo(Hold.INSTANCES);
                assertThat(held.holders())
                    .containsExactly(new ClassInstances("com_example_Widget", 1));
                assertThat(held.report().verdict().evidence())
                    .extracting(Evidence::source)
                    .contains(Evidence.Source.LOG);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.12.6", "10.15.7", "14.4", "27"})
  void says_that_the_start_routine_failed(String release) {
    try (SimulatedMac mac = mac(release)) {
      Path bundle = installed(mac, KEXT.startFails(5));

      LoadOutcome outcome = manager(mac).load(bundle);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              LoadOutcome.Refused.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.START_STOP_FAILED);
                assertThat(refused.report().verdict().evidence())
                    .filteredOn(line -> line.source() == Evidence.Source.LOG)
                    .isNotEmpty();
              });
    }
  }
}
