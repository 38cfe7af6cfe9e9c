package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.AlreadyLoaded;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadOutcome.OtherVersionLoaded;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kext runs whose approval was taken back since: macOS refuses to load it, and it is loaded. */
class LoadedThoughDeniedTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT =
      TestKext.named(WIDGET.value()).version("1.2").signedBy("ABCDE12345");

  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @AfterEach
  void shutDown() {
    mac.close();
  }

  private Path loadAndDeny(String release) {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    Path bundle = mac.install(KEXT);
    mac.approve(WIDGET);
    if (!manager().load(bundle).isLoaded()) {
      mac.restart();
      assertThat(manager().load(bundle).isLoaded()).isTrue();
    }
    mac.deny(WIDGET);
    return bundle;
  }

  private KextManager manager() {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.14.6", "10.15.7"})
  void is_loaded_and_would_wait_for_an_approval(String release) {
    Path bundle = loadAndDeny(release);

    LoadOutcome outcome = manager().load(bundle);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            AlreadyLoaded.class,
            loaded -> {
              assertThat(loaded.state()).isEqualTo(LifecycleState.LOADED);
              assertThat(loaded.wouldWaitFor()).contains(Deferral.APPROVAL);
              assertThat(loaded.report().verdict().evidence())
                  .anySatisfy(line -> assertThat(line.text()).contains("system policy prevents"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.7", "14.4", "15.5"})
  void is_not_waiting_on_later_releases_either(String release) {
    Path bundle = loadAndDeny(release);

    assertThat(manager().load(bundle)).isInstanceOf(AlreadyLoaded.class);
  }

  @Test
  void another_build_on_the_disk_is_not_what_runs() {
    Path bundle = loadAndDeny("10.15.7");
    mac.install(KEXT.uuid(new UUID(1, 2)));

    assertThat(manager().load(bundle))
        .isInstanceOfSatisfying(
            OtherVersionLoaded.class,
            other -> assertThat(other.report().verdict().also()).contains(Category.NOT_APPROVED));
  }

  @Test
  void a_kext_that_is_allowed_would_wait_for_nothing() {
    Path bundle = loadAndDeny("10.15.7");
    mac.approve(WIDGET);

    assertThat(manager().load(bundle))
        .isInstanceOfSatisfying(
            AlreadyLoaded.class, loaded -> assertThat(loaded.wouldWaitFor()).isEmpty());
  }
}
