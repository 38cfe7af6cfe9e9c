package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmutilSubcommandsTest {
  private static final String KMUTIL = "/usr/bin/kmutil";
  private static final String WIDGET = "com.example.driver.Widget";

  private SimulatedMac mac = mac("14.5", Caller.ROOT);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void says_what_it_can_do() {
    Answer answer = run("--help");

    assertThat(answer.status()).isZero();
    assertThat(answer.stdout())
        .startsWith("OVERVIEW: kmutil: KernelManagement Utility (KernelManagement_executables-")
        .contains("\nUSAGE: kmutil <subcommand>\n")
        .contains("\n  load                    Load one or more extensions based on the arguments")
        .contains("\n  rebuild                 Attempts an auxiliary kernel collection rebuild\n")
        .doesNotContain("migrate")
        .endsWith("  See 'kmutil help <subcommand>' for detailed help.\n");
    assertThat(run()).isEqualTo(answer);
  }

  @Test
  void does_not_know_what_came_with_later_releases() {
    use("13.6", Caller.ROOT);

    assertThat(run("--help").stdout()).doesNotContain("rebuild");
    assertThat(run("rebuild"))
        .isEqualTo(
            new Answer(
                64,
                "",
                """
                Error: Unexpected argument 'rebuild'
                Usage: kmutil <subcommand>
                  See 'kmutil --help' for more information.
                """));
  }

  @Test
  void explains_a_subcommand_to_who_misspells_its_options() {
    assertThat(run("load", "--bundle-identifer", WIDGET))
        .isEqualTo(
            new Answer(
                64,
                "",
                """
                Error: Unknown option '--bundle-identifer'. Did you mean '--bundle-identifier'?
                Usage: kmutil load [<options>]
                  See 'kmutil load --help' for more information.
                """));
    assertThat(run("help", "unload").stdout())
        .isEqualTo(run("unload", "-h").stdout())
        .startsWith("OVERVIEW: Unload the named kexts and all personalities.\n");
  }

  @Test
  void finds_bundles() {
    Path widget = mac.install(TestKext.named(WIDGET));

    assertThat(run("find", "-b", WIDGET).stdout()).isEqualTo(widget + "\n");
    assertThat(run("find").stdout()).contains(widget.toString(), "/System.kext\n");
    assertThat(run("find", "-f", "'CFBundleIdentifier' BEGINSWITH 'com.example'").stdout())
        .isEqualTo(widget + "\n");
    assertThat(run("find", "-b", "com.example.Nothing").stderr())
        .contains("Could not find: Extension with identifier 'com.example.Nothing' not found");
  }

  @Test
  void shows_some_of_the_loaded_kexts() {
    Path widget = mac.install(TestKext.named(WIDGET));
    mac.approve(BundleIdentifier.of(WIDGET));
    mac.restart();
    run("load", "-p", widget.toString());

    assertThat(rows("--collection", "aux")).hasSize(1).first().asString().contains(WIDGET);
    assertThat(rows("-p", widget.toString())).hasSize(1);
    assertThat(rows("--filter", "CFBundleIdentifier == '%s'".formatted(WIDGET))).hasSize(1);
    assertThat(rows("--elide-identifier", WIDGET)).noneMatch(row -> row.contains(WIDGET));
    assertThat(rows("--show", "unloaded")).isEmpty();
    assertThat(run("showloaded", "--show", "some").stderr())
        .startsWith("Error: The value 'some' is invalid for '--show <show>'\n");
  }

  @Test
  void diagnoses_a_bad_signature_as_a_real_one_does() {
    Path widget = mac.install(TestKext.named(WIDGET).unsigned());

    assertThat(run("print-diagnostics", "-p", widget.toString()))
        .isEqualTo(
            new Answer(
                29,
                """
                Diagnosing %1$s...
                Error:\s
                \tAuthenticating extension failed: Bad code signature
                Resolving dependencies for %1$s...
                Dependencies: OK
                """
                    .formatted(widget),
                "No variant specified, falling back to release\n"));
  }

  @Test
  void diagnoses_missing_libraries() {
    Path widget = mac.install(TestKext.named(WIDGET).needing("com.example.lib.Pad", "1.0"));

    assertThat(run("print-diagnostics", "-V", "release", "-p", widget.toString()))
        .isEqualTo(
            new Answer(
                71,
                """
                Diagnosing %1$s...
                Diagnostics: OK
                Resolving dependencies for %1$s...
                Error: Unable to resolve dependencies: '%2$s' names a dependency on\
                 'com.example.lib.Pad', which was not found.
                """
                    .formatted(widget, WIDGET),
                ""));
    assertThat(run("print-diagnostics", "-Z", "-p", widget.toString()).status()).isZero();
  }

  @Test
  void rebuilds_what_has_changed() {
    Path widget = mac.install(TestKext.named(WIDGET));
    mac.approve(BundleIdentifier.of(WIDGET));

    assertThat(run("rebuild"))
        .isEqualTo(
            new Answer(
                0,
                """
                Checking the auxiliary kernel collection...
                Attempting to add the following extensions (1):
                [+] com.example.driver.Widget\t1.0.0\t%s
                Requesting user approval (times out in 60 seconds)...
                A system reboot is required for the operation to take effect
                """
                    .formatted(widget),
                ""));

    mac.restart();

    assertThat(run("rebuild").stdout())
        .isEqualTo("Checking the auxiliary kernel collection... No changes detected\n");
  }

  @Test
  void rebuilds_nothing_that_is_not_approved() {
    mac.install(TestKext.named(WIDGET));

    Answer answer = run("rebuild");

    assertThat(answer.status()).isEqualTo(27);
    assertThat(answer.stderr()).contains("not approved to load");
    assertThat(mac.awaitingApproval()).containsExactly(BundleIdentifier.of(WIDGET));
  }

  @Test
  void clears_the_staging_places_without_a_word() throws Exception {
    Path staged =
        mac.root().resolve("Library/StagedExtensions/Library/Extensions/Widget.kext/Contents");
    Files.createDirectories(staged);
    Files.writeString(staged.resolve("Info.plist"), "");

    assertThat(run("clear-staging")).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.root().resolve("Library/StagedExtensions")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "13.6, create --update-all",
    "15.7.3, create -n boot",
    "15.7.3, install --update-all --volume-root /"
  })
  void misses_a_developer_kit_from_ventura_on(String release, String words) {
    use(release, Caller.ROOT);

    Answer answer = run(words.split(" "));

    assertThat(answer.status()).isEqualTo(71);
    assertThat(answer.stderr())
        .contains("Missing Developer Kit: As of macOS 13.0, you will need to install a KDK");
  }

  @Test
  void wants_a_boot_collection_to_build_an_auxiliary_one() {
    Answer answer = run("create", "-z", "-n", "aux");

    assertThat(answer.status()).isEqualTo(31);
    assertThat(answer.stderr()).contains("Cannot build pageableKC/auxKC without baseKC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clear-staging", "dumpstate", "rebuild", "create -n boot", "install"})
  void is_for_root(String words) {
    use("14.5", Caller.NOT_A_SUDOER);

    assertThat(run(words.split(" ")).stderr()).contains("(libkern/kext) not privileged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"configure-boot -c kernel", "trigger-panic-medic -R /Volumes/Mac"})
  void leaves_to_recovery_what_is_of_recovery(String words) {
    assertThat(run(words.split(" ")).stderr()).contains("Recovery mode");
  }

  @Test
  void checks_inspects_and_dumps() {
    assertThat(run("check")).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(run("inspect").stdout()).contains("com.apple.kpi.bsd (");
    assertThat(run("inspect", "--show-kernel-uuid-only").stdout()).hasSize(37);
    assertThat(run("dumpstate").stdout()).startsWith("auxiliary collection:\n");
  }

  @Test
  void lists_libraries_as_kextlibs_does() {
    Path widget = mac.install(TestKext.named(WIDGET).needing("com.apple.kpi.bsd", "8.0"));
    Answer kextlibs = new Commands(mac).run("/usr/sbin/kextlibs", widget.toString());

    assertThat(run("libraries", "-V", "release", "-p", widget.toString())).isEqualTo(kextlibs);
    assertThat(run("libraries", "-b", WIDGET).stdout()).isEqualTo(kextlibs.stdout());
    assertThat(run("libraries").stderr()).startsWith("Error: No extension specified\n");
  }

  @Test
  void shows_the_log_of_the_daemon() {
    run("load", "-b", "com.example.Nothing");

    assertThat(run("log", "show", "--last", "5m", "--style", "compact").stdout())
        .contains("kernelmanagerd[")
        .contains("failed to load/rebuild extensions: Could not find: ");
    assertThat(run("log", "--help").stdout()).contains("USAGE: kmutil log [<log-arguments> ...]");
  }

  private void use(String release, Caller caller) {
    mac.close();
    mac = mac(release, caller);
  }

  private List<String> rows(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "showloaded";
    all[1] = "--list-only";
    System.arraycopy(words, 0, all, 2, words.length);
    return run(all).stdout().lines().toList();
  }

  private Answer run(String... words) {
    return new Commands(mac).run(KMUTIL, words);
  }

  private static SimulatedMac mac(String release, Caller caller) {
    return SimulatedMac.builder(MacOsVersion.parse(release)).caller(caller).build();
  }
}
