package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tools of 10.6 do otherwise than all later ones. */
class SnowLeopardTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");

  private final SimulatedMac mac =
      SimulatedMac.builder(MacOsVersion.parse("10.6.8")).chip(Chip.INTEL_32).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void kextstat_prints_the_narrow_addresses_of_a_32_bit_kernel_and_no_uuid() {
    mac.install(WIDGET);
    commands.run("/sbin/kextload", WIDGET.path().toString());

    assertThat(commands.run("/usr/sbin/kextstat", "-b", WIDGET.identifier().value()).stdout())
        .matches(
            "Index Refs Address    Size       Wired      Name \\(Version\\) <Linked Against>\n"
                + " {1,4}\\d+    0 0x[0-9a-f]{6,8} +0x4000     0x4000     "
                + "com\\.example\\.driver\\.Widget \\(1\\.0\\.0\\) <4>\n");
  }

  @Test
  void kextload_goes_on_after_a_level_that_it_cannot_read() {
    mac.install(WIDGET);

    assertThat(commands.run("/sbin/kextload", "-verbose=0xx", WIDGET.path().toString()))
        .isEqualTo(new Answer(0, "", "Can't parse verbose argument 0xx.\n"));
  }

  @Test
  void kextunload_says_nothing_about_a_bundle_that_it_cannot_open() {
    assertThat(commands.run("/sbin/kextunload", "/tmp/Gone")).isEqualTo(new Answer(1, "", ""));
  }

  @Test
  void kextunload_forgets_a_failure_when_bundles_follow() {
    mac.install(WIDGET);
    commands.run("/sbin/kextload", WIDGET.path().toString());

    assertThat(
            commands
                .run("/sbin/kextunload", "-b", "com.example.Gone", WIDGET.path().toString())
                .status())
        .isZero();
  }

  @Test
  void nobody_looks_for_identifiers_in_the_local_folder() {
    mac.install(WIDGET);

    assertThat(commands.run("/sbin/kextload", "-b", WIDGET.identifier().value()).stderr())
        .contains("(libkern/kext) not found");
  }
}
