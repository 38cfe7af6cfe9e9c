package io.github.kextmanager.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.SimulatedMac;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that fail, for {@link FailureTest}. Not found by name: they are run by that alone. */
final class FailingExamples {
  private FailingExamples() {}

  @OnMac(release = "10.15.7", kexts = @InstalledKext("com.example.Widget"))
  static class DuringIt {
    @Test
    void fails(KextManager manager) {
      manager.load(BundleIdentifier.of("com.example.Widget"));
      assertThat(1).isEqualTo(2);
    }

    @Test
    void fails_before_the_mac_is_made() {
      assertThat(1).isEqualTo(2);
    }

    @Test
    void aborts(SimulatedMac mac) {
      abort();
    }
  }

  @OnMac(release = "14")
  static class BeforeIt {
    @BeforeEach
    void fail(SimulatedMac mac) {
      throw new IllegalStateException("before");
    }

    @Test
    void passes() {}
  }

  @OnMac(release = "14")
  static class AfterIt {
    @Test
    void passes() {}

    @AfterEach
    void fail(SimulatedMac mac) {
      throw new IllegalStateException("after");
    }
  }

  @OnMac(release = "14")
  static class BeforeAllOfThem {
    @BeforeAll
    static void take(SimulatedMac mac) {
      mac.restart();
    }

    @Test
    void passes() {}
  }

  static class WronglyAnnotated {
    @Test
    @OnMac(kexts = @InstalledKext("com.example.Widget"))
    void names_no_release(SimulatedMac mac) {}

    @Test
    @OnMac(release = "10.5")
    void names_a_release_that_is_not_simulated(SimulatedMac mac) {}

    @Test
    @OnMac(
        release = "14",
        kexts = @InstalledKext(value = "com.example.Widget", needing = "com.example.lib"))
    void names_a_library_without_a_version(SimulatedMac mac) {}

    @Test
    @OnMac(release = "14", faults = "kextload#1 explodes")
    void names_no_fault(SimulatedMac mac) {}

    @Test
    @OnMac(
        release = "14",
        chip = {Chip.INTEL, Chip.APPLE_SILICON})
    void names_two_processors(SimulatedMac mac) {}
  }
}
