package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kmutil load on macOS 14. */
class SonomaLoadTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final TestKext FIXTURE = TestKext.named(ID);

  private final SimulatedMac mac =
      SimulatedMac.builder(MacOsVersion.parse("14.5")).chip(Chip.APPLE_SILICON).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void refuses_a_kext_that_nobody_approved() {
    Path widget = mac.install(FIXTURE);

    assertThat(load(widget))
        .isEqualTo(
            error(
                27,
                "Extension with identifiers com.example.driver.Widget not approved to load."
                    + " Please approve using System Preferences."));
    assertThat(mac.awaitingApproval()).containsExactly(WIDGET);
  }

  @Test
  void names_every_kext_that_is_not_approved() {
    Path widget = mac.install(FIXTURE);
    Path gadget = mac.install(TestKext.named("com.example.driver.Gadget"));

    assertThat(
            commands
                .run("/usr/bin/kmutil", "load", "-p", widget.toString(), "-p", gadget.toString())
                .stderr())
        .contains("identifiers com.example.driver.Widget,com.example.driver.Gadget not approved");
  }

  @Test
  void asks_for_a_restart_once_a_kext_is_approved() {
    Path widget = mac.install(FIXTURE);
    mac.approve(WIDGET);

    assertThat(load(widget))
        .isEqualTo(error(28, "Loading extension(s): com.example.driver.Widget requires a reboot"));
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void starts_an_approved_kext_without_a_word_after_the_restart() {
    Path widget = mac.install(FIXTURE);
    mac.approve(WIDGET);
    load(widget);

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isEmpty();
    assertThat(load(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void starts_a_kext_with_hardware_together_with_the_mac() {
    mac.install(FIXTURE.matchesHardware());
    mac.approve(WIDGET);

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void takes_a_kext_from_anywhere_into_the_collection_once_it_was_asked_for() {
    Path widget = mac.install(FIXTURE.at(Path.of("/Applications/Widget.kext")));
    mac.approve(WIDGET);
    load(widget);

    mac.restart();

    assertThat(load(widget)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void takes_no_kext_from_elsewhere_that_nobody_asked_for() {
    Path widget = mac.install(FIXTURE.at(Path.of("/Applications/Widget.kext")));
    mac.approve(WIDGET);

    mac.restart();

    assertThat(load(widget).status()).isEqualTo(28);
  }

  @Test
  void loads_by_identifier() {
    mac.install(FIXTURE);
    mac.approve(WIDGET);
    mac.restart();

    assertThat(commands.run("/usr/bin/kmutil", "load", "--bundle-identifier", ID))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void takes_a_loaded_kext_for_a_success() {
    Path widget = mapped(FIXTURE);
    load(widget);

    assertThat(load(widget)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void asks_for_a_restart_for_another_version_of_a_loaded_kext() {
    load(mapped(FIXTURE));

    assertThat(load(mac.install(FIXTURE.version("2.0.0"))).status()).isEqualTo(28);
  }

  @Test
  void loads_what_a_kext_needs_before_it() {
    mac.install(TestKext.named("com.example.lib.Gears").compatibleFrom("1.0"));
    mac.approve(BundleIdentifier.of("com.example.lib.Gears"));
    Path widget = mapped(FIXTURE.needing("com.example.lib.Gears", "1.0"));

    assertThat(load(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(BundleIdentifier.of("com.example.lib.Gears"))).isPresent();
  }

  @Test
  void takes_a_kext_without_code_after_a_restart_and_never_lists_it() {
    Path widget = mac.install(FIXTURE.codeless());
    mac.approve(WIDGET);
    assertThat(load(widget).status()).isEqualTo(28);

    mac.restart();

    assertThat(load(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void refuses_a_path_without_a_bundle() {
    assertThat(load(Path.of("/tmp/Gone.kext")))
        .isEqualTo(error(71, "Could not find: No bundle was found at /tmp/Gone.kext."));
  }

  @Test
  void refuses_a_bundle_that_is_no_kext() {
    Path widget = mac.install(FIXTURE.without("CFBundlePackageType"));

    assertThat(load(widget).stderr()).contains("Unable to create extension from bundle");
  }

  @Test
  void refuses_a_kext_with_files_of_somebody_else_and_names_each() {
    Path widget = mac.install(FIXTURE);
    mac.changeOwner(widget.resolve("Contents"), 501, 20);
    mac.changeOwner(widget.resolve("Contents/Info.plist"), 501, 20);

    Answer answer = load(widget);

    assertThat(answer.status()).isEqualTo(30);
    assertThat(answer.stderr())
        .startsWith(
            "Error Domain=KMErrorDomain Code=30 \"Validating extension failed:"
                + " Kext com.example.driver.Widget v1.0.0 in executable kext bundle"
                + " com.example.driver.Widget at"
                + " /private/var/db/KernelExtensionManagement/Staging/com.example.driver.Widget.")
        .containsPattern(
            "\nFilesystem error: Invalid ownership \\(501:20\\) should be \\(0:0\\) on"
                + " /private/var/db/[^\n]*/Widget.kext/Contents\n"
                + "Filesystem error: Invalid ownership \\(501:20\\) should be \\(0:0\\) on"
                + " /private/var/db/[^\n]*/Widget.kext/Contents/Info.plist\n");
  }

  @Test
  void refuses_a_kext_with_a_bad_signature() {
    Answer answer = load(mac.install(FIXTURE.unsigned()));

    assertThat(answer.status()).isEqualTo(29);
    assertThat(answer.stderr())
        .startsWith("Error Domain=KMErrorDomain Code=29 \"Authenticating extension failed: Kext ")
        .contains("Authenticating extension failed: Bad code signature");
  }

  @Test
  void refuses_a_kext_without_code_for_the_processor() {
    assertThat(load(mac.install(FIXTURE.onlyFor(Chip.INTEL))))
        .isEqualTo(
            error(71, "Incompatible architecture: Binary is for x86_64, but needed arch arm64"));
  }

  @Test
  void refuses_a_kext_whose_library_is_missing() {
    assertThat(load(mac.install(FIXTURE.needing("com.example.lib.Gears", "1.0"))))
        .isEqualTo(
            error(
                71,
                "Unable to resolve dependencies: 'com.example.driver.Widget' names a dependency on"
                    + " 'com.example.lib.Gears', which was not found."));
  }

  @Test
  void refuses_a_kext_whose_library_lacks_a_library() {
    TestKext gears =
        TestKext.named("com.example.lib.Gears")
            .compatibleFrom("1.0")
            .needing("com.example.lib.Oil", "1.0");
    mac.install(gears);

    assertThat(load(mac.install(FIXTURE.needing("com.example.lib.Gears", "1.0"))))
        .isEqualTo(
            error(
                71,
                "Unable to resolve dependencies: 'com.example.lib.Gears' names a dependency on"
                    + " 'com.example.lib.Oil', which was not found."));
  }

  @Test
  void says_that_the_start_routine_failed() {
    assertThat(load(mapped(FIXTURE.startFails(5))))
        .isEqualTo(
            error(
                71,
                "Kernel request failed: (libkern/kext) kext (kmod) start/stop routine failed"
                    + " (-603946985)"));
  }

  @Test
  void starts_what_is_mapped_even_if_its_bundle_is_gone() throws IOException {
    Path widget = mapped(FIXTURE);
    Files.delete(mac.root().resolve(widget.toString().substring(1)).resolve("Contents/Info.plist"));

    assertThat(commands.run("/usr/bin/kmutil", "load", "-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  private Path mapped(TestKext fixture) {
    Path bundle = mac.install(fixture);
    mac.approve(fixture.identifier());
    mac.restart();
    return bundle;
  }

  private Answer load(Path bundle) {
    return commands.run("/usr/bin/kmutil", "load", "-p", bundle.toString());
  }

  static Answer error(int code, String message) {
    return new Answer(
        code,
        "",
        "Error Domain=KMErrorDomain Code=%d \"%s\" UserInfo={NSLocalizedDescription=%s}\n"
            .formatted(code, message, message));
  }
}
