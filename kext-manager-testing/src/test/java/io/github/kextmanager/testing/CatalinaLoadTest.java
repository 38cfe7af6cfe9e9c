package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kextload on macOS 10.15. */
class CatalinaLoadTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final TestKext FIXTURE = TestKext.named(ID);

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void says_nothing_when_it_loads_a_kext() {
    Path widget = installApproved(FIXTURE);

    assertThat(kextload(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void loads_by_identifier() {
    installApproved(FIXTURE);

    assertThat(commands.run("/sbin/kextload", "-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void takes_a_kext_that_is_loaded_already_for_a_success() {
    Path widget = installApproved(FIXTURE);
    kextload(widget);
    var before = mac.kernel().kexts();

    assertThat(kextload(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().kexts()).isEqualTo(before);
  }

  @Test
  void refuses_a_kext_that_nobody_approved() {
    Path widget = mac.install(FIXTURE);

    assertThat(kextload(widget))
        .isEqualTo(
            failure(27, "/Library/Extensions/Widget.kext", "system policy prevents loading"));
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
    assertThat(mac.awaitingApproval()).containsExactly(WIDGET);
  }

  @Test
  void loads_a_kext_once_it_is_approved_without_a_restart() {
    Path widget = mac.install(FIXTURE);
    kextload(widget);
    mac.approve(WIDGET);

    assertThat(kextload(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.awaitingApproval()).isEmpty();
  }

  @Test
  void loads_every_kext_of_an_approved_team() {
    Path widget = mac.install(FIXTURE.signedBy("ABCDE12345"));
    mac.approveTeam("ABCDE12345");

    assertThat(kextload(widget)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void refuses_a_kext_whose_approval_was_taken_back() {
    Path widget = installApproved(FIXTURE);
    mac.deny(WIDGET);

    assertThat(kextload(widget).status()).isEqualTo(27);
  }

  @Test
  void refuses_another_version_of_a_loaded_kext() {
    kextload(installApproved(FIXTURE));
    Path newer = mac.install(FIXTURE.version("2.0.0"));

    assertThat(kextload(newer))
        .isEqualTo(
            failure(
                71, "/Library/Extensions/Widget.kext", "different version/uuid already loaded"));
  }

  @Test
  void refuses_another_build_of_a_loaded_version() {
    kextload(installApproved(FIXTURE));
    Path rebuilt = mac.install(FIXTURE.uuid(new UUID(1, 2)));

    assertThat(kextload(rebuilt))
        .isEqualTo(
            failure(
                71, "/Library/Extensions/Widget.kext", "different version/uuid already loaded"));
  }

  @Test
  void refuses_a_kext_that_is_not_there() {
    assertThat(kextload(Path.of("/tmp/Gone.kext")))
        .isEqualTo(failure(71, "/tmp/Gone.kext", "not found"));
  }

  @Test
  void refuses_an_identifier_that_no_folder_for_extensions_holds() {
    mac.install(FIXTURE.at(Path.of("/tmp/Widget.kext")));
    mac.approve(WIDGET);

    assertThat(commands.run("/sbin/kextload", "-b", ID)).isEqualTo(failure(71, ID, "not found"));
  }

  @Test
  void finds_an_identifier_in_a_repository_that_is_named() {
    mac.install(FIXTURE.at(Path.of("/tmp/kexts/Widget.kext")));
    mac.approve(WIDGET);

    assertThat(commands.run("/sbin/kextload", "-r", "/tmp/kexts", "-b", ID))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void loads_what_a_kext_needs_before_it() {
    installApproved(TestKext.named("com.example.lib.Gears").compatibleFrom("1.0"));
    Path widget = installApproved(FIXTURE.needing("com.example.lib.Gears", "1.0"));

    kextload(widget);

    LoadedKext gears =
        mac.kernel().find(BundleIdentifier.of("com.example.lib.Gears")).orElseThrow();
    LoadedKext loaded = mac.kernel().find(WIDGET).orElseThrow();
    assertThat(loaded.isLinkedAgainst(gears)).isTrue();
    assertThat(gears.references()).hasValue(1);
    assertThat(gears.tag().orElseThrow()).isLessThan(loaded.tag().orElseThrow());
  }

  @Test
  void takes_a_library_from_where_it_is_told() {
    mac.install(
        TestKext.named("com.example.lib.Gears")
            .compatibleFrom("1.0")
            .at(Path.of("/tmp/Gears.kext")));
    mac.approve(BundleIdentifier.of("com.example.lib.Gears"));
    Path widget = installApproved(FIXTURE.needing("com.example.lib.Gears", "1.0"));

    assertThat(commands.run("/sbin/kextload", "-d", "/tmp/Gears.kext", widget.toString()))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void refuses_a_kext_whose_library_is_missing() {
    Path widget = installApproved(FIXTURE.needing("com.example.lib.Gears", "1.0"));

    assertThat(kextload(widget))
        .isEqualTo(failure(71, "/Library/Extensions/Widget.kext", "dependency resolution failure"));
  }

  @Test
  void refuses_a_kext_whose_library_is_too_old() {
    installApproved(TestKext.named("com.example.lib.Gears").compatibleFrom("1.0"));
    Path widget = installApproved(FIXTURE.needing("com.example.lib.Gears", "3.0"));

    assertThat(kextload(widget).stderr()).contains("(libkern/kext) dependency resolution failure");
  }

  @Test
  void refuses_a_kext_whose_library_nobody_approved() {
    mac.install(TestKext.named("com.example.lib.Gears").compatibleFrom("1.0"));
    Path widget = installApproved(FIXTURE.needing("com.example.lib.Gears", "1.0"));

    assertThat(kextload(widget))
        .isEqualTo(failure(71, "/Library/Extensions/Widget.kext", "dependency load failed"));
  }

  @Test
  void refuses_a_kext_with_a_file_of_somebody_else() {
    Path widget = installApproved(FIXTURE);
    mac.changeOwner(widget.resolve("Contents/Info.plist"), 501, 20);

    assertThat(kextload(widget))
        .isEqualTo(
            failure(
                71,
                "/Library/Extensions/Widget.kext",
                "authentication failure (file ownership/permissions)"));
  }

  @Test
  void refuses_a_kext_that_a_group_may_write_to() {
    Path widget = installApproved(FIXTURE);
    mac.changeMode(widget, 0775);

    assertThat(kextload(widget).stderr()).contains("authentication failure");
  }

  @Test
  void refuses_a_kext_with_a_bad_signature() {
    Path widget = installApproved(FIXTURE.unsigned());

    assertThat(kextload(widget))
        .isEqualTo(
            failure(71, "/Library/Extensions/Widget.kext", "not loadable (reason unspecified)"));
  }

  @Test
  void loads_a_kext_from_a_protected_copy() {
    kextload(installApproved(FIXTURE));

    assertThat(mac.root().resolve("Library/StagedExtensions/Library/Extensions/Widget.kext"))
        .isDirectoryRecursivelyContaining("glob:**/Contents/MacOS/Widget");
  }

  @Test
  void refuses_a_kext_without_code_for_the_processor() {
    Path widget = installApproved(FIXTURE.onlyFor(Chip.APPLE_SILICON));

    assertThat(kextload(widget).stderr())
        .contains("(libkern/kext) requested architecture/executable not found");
  }

  @Test
  void refuses_a_kext_with_a_malformed_version() {
    Path widget = installApproved(FIXTURE.version("one"));

    assertThat(kextload(widget).stderr())
        .contains("(libkern/kext) validation failure (plist/executable)");
  }

  @Test
  void says_that_the_start_routine_failed_and_leaves_nothing_behind() {
    Path widget = installApproved(FIXTURE.startFails(5));

    assertThat(kextload(widget))
        .isEqualTo(
            failure(
                71, "/Library/Extensions/Widget.kext", "kext (kmod) start/stop routine failed"));
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void uses_up_a_load_tag_for_a_kext_that_does_not_start() {
    int before = mac.kernel().kexts().size();
    kextload(installApproved(FIXTURE.startFails(5)));

    kextload(installApproved(TestKext.named("com.example.driver.Gadget")));

    LoadedKext gadget =
        mac.kernel().find(BundleIdentifier.of("com.example.driver.Gadget")).orElseThrow();
    assertThat(gadget.tag().orElseThrow().value()).isEqualTo(before + 2);
  }

  @Test
  void never_lists_a_kext_without_code() {
    Path widget = installApproved(FIXTURE.codeless());

    assertThat(kextload(widget)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void loads_identifiers_first_and_ends_with_the_status_of_the_first_failure() {
    Path widget = mac.install(FIXTURE);

    Answer answer =
        commands.run("/sbin/kextload", widget.toString(), "-b", "com.example.driver.Gone");

    assertThat(answer.status()).isEqualTo(71);
    assertThat(answer.stderr().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("com.example.driver.Gone failed to load"),
            second -> assertThat(second).startsWith("/Library/Extensions/Widget.kext failed"));
  }

  @Test
  void goes_on_after_a_failure() {
    Path widget = installApproved(FIXTURE);

    commands.run("/sbin/kextload", "/tmp/Gone.kext", widget.toString());

    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void tells_of_success_when_asked_to() {
    Path widget = installApproved(FIXTURE);

    assertThat(commands.run("/sbin/kextload", "-v", widget.toString()).stderr())
        .isEqualTo(
            """
            Requesting load of /Library/Extensions/Widget.kext.
            /Library/Extensions/Widget.kext loaded successfully (or already loaded).
            """);
  }

  @Test
  void resolves_a_relative_path_against_the_working_directory() {
    installApproved(FIXTURE);

    assertThat(commands.run("/sbin/kextload", "Library/Extensions/./Widget.kext/"))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  private Answer kextload(Path bundle) {
    return commands.run("/sbin/kextload", bundle.toString());
  }

  private Path installApproved(TestKext fixture) {
    mac.approve(fixture.identifier());
    return mac.install(fixture);
  }

  private static Answer failure(int status, String name, String text) {
    return new Answer(
        status,
        "",
        "%s failed to load - (libkern/kext) %s; check the system/kernel logs for errors or try kextutil(8).\n"
            .formatted(name, text));
  }
}
