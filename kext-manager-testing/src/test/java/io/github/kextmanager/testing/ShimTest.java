package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kextload and kextunload on macOS 14, which run kmutil. */
class ShimTest {
  private static final String ID = "com.example.driver.Widget";
  private static final TestKext FIXTURE = TestKext.named(ID).matchesHardware();

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.5")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void kextload_says_what_it_runs_and_ends_with_its_status() {
    mac.install(FIXTURE);

    Answer answer = commands.run("/sbin/kextload", "/Library/Extensions/Widget.kext");

    assertThat(answer.status()).isEqualTo(27);
    assertThat(answer.stderr())
        .startsWith(
            "Executing: /usr/bin/kmutil load -p /Library/Extensions/Widget.kext\n"
                + "Error Domain=KMErrorDomain Code=27 ");
  }

  @Test
  void kextload_puts_identifiers_first_and_loads_dependencies_as_well() {
    assertThat(
            commands
                .run("/sbin/kextload", "-d", "/tmp/D.kext", "/tmp/A.kext", "-r", "/tmp/r", "-b", ID)
                .stderr()
                .lines()
                .findFirst())
        .contains(
            "Executing: /usr/bin/kmutil load -b com.example.driver.Widget"
                + " -p /tmp/A.kext -p /tmp/D.kext -r /tmp/r");
  }

  @Test
  void kextload_says_nothing_at_all_when_it_is_to_be_quiet() {
    assertThat(commands.run("/sbin/kextload", "-q", "-b", "com.example.Gone"))
        .extracting(Answer::stdout, Answer::stderr)
        .containsExactly("", "");
  }

  @Test
  void kextload_still_wants_something_to_load() {
    assertThat(commands.run("/sbin/kextload").stderr())
        .startsWith("No kernel extensions specified; name kernel extension bundles\n");
  }

  @Test
  void kextunload_unloads_even_if_only_the_personalities_are_to_go() {
    mac.install(FIXTURE);
    mac.approve(BundleIdentifier.of(ID));
    mac.restart();

    assertThat(commands.run("/sbin/kextunload", "-p", "-b", ID).stderr())
        .isEqualTo("Executing: /usr/bin/kmutil unload -b com.example.driver.Widget\n");
    assertThat(mac.kernel().find(BundleIdentifier.of(ID))).isEmpty();
  }

  @Test
  void kextunload_still_wants_root() {
    try (SimulatedMac other =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build()) {
      assertThat(new Commands(other).run("/sbin/kextunload", "-b", ID))
          .extracting(Answer::status, Answer::stderr)
          .containsExactly(
              77,
              "You must be running as root to unload kexts, terminate services,"
                  + " or remove driver personalities.\n");
    }
  }
}
