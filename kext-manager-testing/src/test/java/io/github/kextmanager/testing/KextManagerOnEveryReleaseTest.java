package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The library drives a Mac of every era through the life of a kext, and what it reports is what the
 * simulated kernel holds.
 */
class KextManagerOnEveryReleaseTest {
  private static final BundleIdentifier BASE = BundleIdentifier.of("com.example.Base");
  private static final BundleIdentifier PLUG = BundleIdentifier.of("com.example.Plug");

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "10.6.8, INTEL_32",
    "10.6.8, INTEL",
    "10.7.5, INTEL_32",
    "10.7.5, INTEL",
    "10.8.5, INTEL",
    "10.9.5, INTEL",
    "10.10.5, INTEL",
    "10.11.6, INTEL",
    "10.12.6, INTEL",
    "10.13.6, INTEL",
    "10.14.4, INTEL",
    "10.14.5, INTEL",
    "10.15.7, INTEL",
    "11.0.1, INTEL",
    "11.0.1, APPLE_SILICON",
    "11.4, INTEL",
    "11.4, APPLE_SILICON",
    "12.5, INTEL",
    "12.5, APPLE_SILICON",
    "13.5, INTEL",
    "13.5, APPLE_SILICON",
    "14.5, INTEL",
    "14.5, APPLE_SILICON",
    "15.7, INTEL",
    "15.7, APPLE_SILICON",
    "26.0, INTEL",
    "26.3, APPLE_SILICON",
    "27.0, APPLE_SILICON"
  })
  void tells_of_the_life_of_a_kext_as_the_kernel_sees_it(String text, Chip chip) {
    MacOsVersion release = MacOsVersion.parse(text);
    try (SimulatedMac mac = SimulatedMac.builder(release).chip(chip).build()) {
      KextManager manager = KextManager.builder().runner(mac).root(mac.root()).build();
      Path folder = Path.of(release.isAtLeast(MacOsVersion.parse("10.9")) ? "/" : "/System");
      Path base = install(mac, TestKext.named(BASE.value()).compatibleFrom("1.0"), folder);
      Path plug = install(mac, TestKext.named(PLUG.value()).needing(BASE.value(), "1.0"), folder);
      if (release.isAtLeast(MacOsVersion.BIG_SUR)) {
        manager.load(base);
        manager.load(plug);
        mac.restart();
      }

      assertThat(manager.release()).isEqualTo(release);
      assertThat(manager.load(base)).isInstanceOf(LoadOutcome.Loaded.class);
      assertAgrees(manager, mac);
      assertThat(manager.load(base)).isInstanceOf(LoadOutcome.AlreadyLoaded.class);
      assertThat(manager.load(PLUG)).isInstanceOf(LoadOutcome.Loaded.class);
      assertAgrees(manager, mac);
      assertThat(manager.status(BASE).state()).isEqualTo(LifecycleState.IN_USE);
      assertThat(manager.unload(BASE))
          .isInstanceOfSatisfying(
              UnloadOutcome.InUse.class,
              inUse ->
                  assertThat(inUse.dependents())
                      .extracting(LoadedKext::identifier)
                      .containsExactly(PLUG));
      assertAgrees(manager, mac);
      assertThat(manager.unload(PLUG)).isInstanceOf(UnloadOutcome.Unloaded.class);
      assertThat(manager.unload(BASE)).isInstanceOf(UnloadOutcome.Unloaded.class);
      assertAgrees(manager, mac);
      assertThat(mac.kernel().find(BASE)).isEmpty();
      assertThat(manager.unload(BASE)).isInstanceOf(UnloadOutcome.NotLoaded.class);
    }
  }

  private static Path install(SimulatedMac mac, TestKext kext, Path folder) {
    mac.approve(kext.identifier());
    return mac.install(
        kext.at(folder.resolve("Library/Extensions").resolve(kext.path().getFileName())));
  }

  private static void assertAgrees(KextManager manager, SimulatedMac mac) {
    List<LoadedKext> seen = manager.snapshot().kexts();

    assertThat(seen)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "architecture", "uuid", "linkedAgainst")
        .containsExactlyElementsOf(mac.kernel().kexts());
  }
}
