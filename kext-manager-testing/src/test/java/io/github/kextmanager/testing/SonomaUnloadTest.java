package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kmutil unload on macOS 14. */
class SonomaUnloadTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final TestKext FIXTURE = TestKext.named(ID).matchesHardware();

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.5")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void says_nothing_when_it_unloads_a_kext() {
    startWith(FIXTURE);

    assertThat(unload("-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void can_be_undone_without_a_restart() {
    startWith(FIXTURE);
    unload("-b", ID);

    assertThat(commands.run("/usr/bin/kmutil", "load", "-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void is_undone_by_a_restart() {
    startWith(FIXTURE);
    unload("-b", ID);

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void unloads_by_path() {
    startWith(FIXTURE);

    assertThat(unload("-p", "/Library/Extensions/Widget.kext")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void refuses_a_path_without_a_bundle() {
    assertThat(unload("-p", "/tmp/Gone.kext"))
        .isEqualTo(
            SonomaLoadTest.error(71, "Could not find: No bundle was found at /tmp/Gone.kext."));
  }

  @Test
  void ends_with_status_3_for_a_kext_that_is_not_loaded() {
    assertThat(unload("-b", ID).status()).isEqualTo(3);
  }

  @Test
  void refuses_a_kext_that_has_instances() {
    startWith(FIXTURE.holdsInstances("com_example_Widget", 1));

    assertThat(unload("-b", ID))
        .isEqualTo(
            SonomaLoadTest.error(
                71,
                "Kernel request failed: (libkern/kext) kext is in use or retained (cannot unload)"
                    + " (-603946984)"));
  }

  @Test
  void refuses_a_kext_that_another_one_links_against() {
    startWith(FIXTURE.compatibleFrom("1.0"));
    startWith(TestKext.named("com.example.driver.Gadget").needing(ID, "1.0").matchesHardware());

    assertThat(unload("-b", ID).stderr()).contains("kext is in use or retained");
  }

  @Test
  void terminates_a_class_without_a_word() {
    assertThat(unload("-c", "com_example_Widget")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  private void startWith(TestKext fixture) {
    mac.install(fixture);
    mac.approve(fixture.identifier());
    mac.restart();
  }

  private Answer unload(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "unload";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return commands.run("/usr/bin/kmutil", words);
  }
}
