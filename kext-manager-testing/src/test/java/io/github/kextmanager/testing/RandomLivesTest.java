package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.KernelInvariants;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.machine.MachineState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens to a Mac, its kernel stays in order, the library reports nothing that the kernel
 * contradicts, and what the Mac keeps can go on elsewhere.
 */
class RandomLivesTest {
  private static final int STEPS = 60;
  private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);
  private static final List<String> NAMES = List.of("Base", "Plug", "Leaf", "Idle", "Held");

  @ParameterizedTest
  @CsvSource({
    "10.6.8, INTEL_32",
    "10.8.5, INTEL",
    "10.9.5, INTEL",
    "10.11.6, INTEL",
    "10.13.6, INTEL",
    "10.14.6, INTEL",
    "10.15.7, INTEL",
    "11.6, INTEL",
    "12.6, APPLE_SILICON",
    "13.6, INTEL",
    "14.5, APPLE_SILICON",
    "15.7, INTEL",
    "26.1, APPLE_SILICON",
    "27.0, APPLE_SILICON"
  })
  void never_contradict_the_kernel(String release, Chip chip) {
    for (long seed = 1; seed <= 3; seed++) {
      live(MacOsVersion.parse(release), chip, seed);
    }
  }

  private static void live(MacOsVersion release, Chip chip, long seed) {
    var random = new Random(seed);
    List<String> story = new ArrayList<>();
    try (SimulatedMac mac = SimulatedMac.builder(release).chip(chip).clock(NOW).build()) {
      KextManager manager = KextManager.builder().runner(mac).root(mac.root()).build();
      for (int step = 0; step < STEPS; step++) {
        BundleIdentifier kext = id(NAMES.get(random.nextInt(NAMES.size())));
        story.add(happen(random.nextInt(12), kext, mac, manager));

        MachineState state = mac.machine().state();
        assertThat(KernelInvariants.violations(state.kernel())).as(story.toString()).isEmpty();
        if (step % 20 == 0) {
          assertThat(Machine.resume(state, mac.machine().disk(), NOW).state())
              .as(story.toString())
              .isEqualTo(state);
        }
      }
    }
  }

  private static String happen(
      int what, BundleIdentifier kext, SimulatedMac mac, KextManager manager) {
    switch (what) {
      case 0, 1 -> {
        mac.install(bundle(kext, mac.machine().platform().release()));
        return "install " + kext;
      }
      case 2, 3, 4 -> {
        LoadOutcome outcome = manager.load(kext);
        boolean isLoaded = mac.kernel().find(kext).isPresent();
        assertThat(outcome.isLoaded()).as("%s: %s", kext, outcome).isEqualTo(isLoaded);
        return "load " + kext + " " + outcome.getClass().getSimpleName();
      }
      case 5, 6, 7 -> {
        UnloadOutcome outcome = manager.unload(kext);
        boolean isLoaded = mac.kernel().find(kext).isPresent();
        assertThat(outcome.isAbsent()).as("%s: %s", kext, outcome).isNotEqualTo(isLoaded);
        return "unload " + kext + " " + outcome.getClass().getSimpleName();
      }
      case 8 -> {
        mac.approve(kext);
        return "approve " + kext;
      }
      case 9 -> {
        mac.deny(kext);
        return "deny " + kext;
      }
      case 10 -> {
        mac.restart(kext.value().endsWith("Held") ? BootMode.SAFE : BootMode.NORMAL);
        return "restart";
      }
      default -> {
        mac.advance(Duration.ofMinutes(1));
        return "a minute passes";
      }
    }
  }

  private static TestKext bundle(BundleIdentifier kext, MacOsVersion release) {
    String name = kext.value().substring(kext.value().lastIndexOf('.') + 1);
    TestKext bundle =
        TestKext.named(kext.value())
            .compatibleFrom("1.0")
            .at(ExtensionFolders.ofOthers(release).resolve(Path.of(name + ".kext")));
    return switch (name) {
      case "Plug" -> bundle.needing(id("Base").value(), "1.0");
      case "Leaf" -> bundle.needing(id("Plug").value(), "1.0").matchesHardware();
      case "Idle" -> bundle.needing(id("Base").value(), "1.0").unloadsWhenIdle();
      case "Held" -> bundle.holdsInstances("com_example_Held", 2);
      default -> bundle;
    };
  }

  private static BundleIdentifier id(String name) {
    return BundleIdentifier.of("com.example.driver." + name);
  }
}
