package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
  private static final MacOsVersion CATALINA = MacOsVersion.parse("10.15");
  private static final MacOsVersion SEQUOIA = MacOsVersion.parse("15");
  private static final String NOT_LOADABLE =
      "/Library/Extensions/Widget.kext failed to load - (libkern/kext) not loadable (reason"
          + " unspecified); check the system/kernel logs for errors or try kextutil(8).";

  private static Verdict classify(String... lines) {
    return new Classifier().classify(Transcript.ofText(String.join("\n", lines)));
  }

  private static Verdict classify(
      ToolName tool, MacOsVersion release, int status, String... lines) {
    return new Classifier()
        .classify(
            Transcript.ofText(String.join("\n", lines)).by(tool).on(release).endingWith(status));
  }

  @Test
  void silence_and_status_0_mean_that_it_was_done() {
    assertThat(classify(ToolName.KEXTLOAD, CATALINA, 0, ""))
        .isEqualTo(Verdict.of(Category.OK_LOADED, List.of()));
    assertThat(classify(ToolName.KEXTUNLOAD, CATALINA, 0, ""))
        .isEqualTo(Verdict.of(Category.OK_UNLOADED, List.of()));
    assertThat(classify(ToolName.KMUTIL, SEQUOIA, 0, ""))
        .isEqualTo(Verdict.of(Category.OK_LOADED, List.of()));
  }

  @Test
  void silence_without_a_status_means_nothing() {
    assertThat(classify("")).isEqualTo(Verdict.of(Category.UNKNOWN, List.of()));
  }

  @Test
  void a_banner_means_nothing_without_a_status() {
    Verdict verdict =
        classify(
            "Executing: /usr/bin/kmutil load -p /Library/Extensions/Widget.kext",
            "No variant specified, falling back to release");

    assertThat(verdict.category()).isEqualTo(Category.UNKNOWN);
    assertThat(verdict.evidence()).extracting(Evidence::line).containsExactly(1, 2);
  }

  @Test
  void a_banner_shows_what_status_0_stands_for() {
    String banner = "Executing: /usr/bin/kmutil unload -b com.example.driver.Widget";

    Verdict verdict = classify(ToolName.KMUTIL, SEQUOIA, 0, banner);

    assertThat(verdict.category()).isEqualTo(Category.OK_UNLOADED);
    assertThat(verdict.identifiers())
        .containsExactly(BundleIdentifier.of("com.example.driver.Widget"));
  }

  @Test
  void status_0_of_another_command_of_kmutil_does_not_mean_loaded() {
    assertThat(classify(ToolName.KMUTIL, SEQUOIA, 0, "$ sudo kmutil clear-staging").category())
        .isEqualTo(Category.UNKNOWN);
  }

  @Test
  void a_text_that_is_not_known_is_unknown_and_kept_with_its_lines() {
    Verdict verdict = classify("", "Flux capacitor underrun.", "  See the manual.");

    assertThat(verdict)
        .isEqualTo(
            Verdict.of(
                Category.UNKNOWN,
                List.of(
                    new Evidence(Evidence.Source.TEXT, 2, "Flux capacitor underrun."),
                    new Evidence(Evidence.Source.TEXT, 3, "  See the manual."))));
  }

  @Test
  void the_cause_counts_and_not_the_first_message() {
    Verdict verdict =
        classify(
            "Widget.kext failed security checks; failing.",
            NOT_LOADABLE,
            "Kext rejected due to improper filesystem permissions: Widget.kext");

    assertThat(verdict.category()).isEqualTo(Category.BAD_OWNERSHIP);
    assertThat(verdict.also()).isEmpty();
  }

  @Test
  void a_second_cause_holds_as_well() {
    Verdict verdict =
        classify(
            "Filesystem error: Invalid ownership (501:0) should be (0:0) on /Widget.kext",
            "Authenticating extension failed: Bad code signature");

    assertThat(verdict.category()).isEqualTo(Category.BAD_OWNERSHIP);
    assertThat(verdict.also()).containsExactly(Category.BAD_SIGNATURE);
  }

  @Test
  void what_is_allowed_never_decides() {
    String allowed = "Kext with invalid signature (-67062) allowed: Widget.kext";

    assertThat(classify(allowed).category()).isEqualTo(Category.WARNING_ONLY);
    assertThat(classify(allowed, NOT_LOADABLE).category()).isEqualTo(Category.KERNEL_REJECTED);
    assertThat(classify(ToolName.KEXTUTIL, CATALINA, 0, allowed).category())
        .isEqualTo(Category.OK_LOADED);
  }

  @Test
  void the_text_decides_before_the_status() {
    assertThat(
            classify(
                    ToolName.KEXTLOAD,
                    CATALINA,
                    77,
                    "(libkern/kext) system policy prevents loading; check the system/kernel logs")
                .category())
        .isEqualTo(Category.NOT_APPROVED);
  }

  @Test
  void a_status_that_stands_for_one_refusal_decides_before_a_symptom() {
    assertThat(
            classify(
                    ToolName.KEXTUTIL,
                    CATALINA,
                    27,
                    "ERROR: authentication checks failed for Widget.kext, will not load")
                .category())
        .isEqualTo(Category.NOT_APPROVED);
  }

  @Test
  void a_status_other_than_0_denies_a_success() {
    Verdict verdict =
        classify(
            ToolName.KEXTLOAD,
            CATALINA,
            71,
            "/tmp/A.kext loaded successfully (or already loaded).");

    assertThat(verdict.category()).isEqualTo(Category.UNKNOWN);
    assertThat(verdict.evidence()).hasSize(1);
  }

  @Test
  void a_failure_of_one_kext_counts_though_another_was_loaded() {
    assertThat(
            classify("/tmp/A.kext loaded successfully (or already loaded).", NOT_LOADABLE)
                .category())
        .isEqualTo(Category.KERNEL_REJECTED);
  }

  @Test
  void a_wording_within_a_longer_one_does_not_count() {
    assertThat(
            classify(
                    "Notice: Widget.kext is not eligible for loading during safe boot.",
                    "Widget.kext appears to be loadable (including linkage for on-disk libraries).")
                .category())
        .isEqualTo(Category.OK_VALID);
  }

  @Test
  void what_holds_a_kext_is_read_from_the_lines_of_the_kernel() {
    Verdict verdict =
        classify(
            "(kernel) Can't unload kext com.example.driver.Widget; classes have instances:",
            "(kernel)     Kext com.example.driver.Widget class com_example_Widget has 2 instances.",
            "(kernel)     Kext com.example.driver.Widget class WidgetUserClient has 1 instance.",
            "Failed to unload com.example.driver.Widget - (libkern/kext) kext is in use or retained"
                + " (cannot unload).");

    assertThat(verdict.category()).isEqualTo(Category.IN_USE);
    assertThat(verdict.holders())
        .containsExactly(
            new ClassInstances("com_example_Widget", 2), new ClassInstances("WidgetUserClient", 1));
    assertThat(verdict.identifiers())
        .containsExactly(BundleIdentifier.of("com.example.driver.Widget"));
    assertThat(verdict.osReturn()).contains(new OsReturn(0xdc008018));
    assertThat(verdict.evidence()).extracting(Evidence::line).containsExactly(1, 2, 3, 4);
  }

  @Test
  void references_of_other_kexts_are_told_from_instances() {
    Verdict verdict =
        classify(
            "(kernel) Can't remove kext com.example.Library; services failed to terminate -"
                + " 0xdc008018.",
            "Failed to unload com.example.Library - (libkern/kext) kext is in use or retained"
                + " (cannot unload).");

    assertThat(verdict.category()).isEqualTo(Category.HAS_DEPENDENTS);
    assertThat(verdict.also()).containsExactly(Category.IN_USE);
    assertThat(verdict.osReturn()).contains(new OsReturn(0xdc008018));
  }

  @Test
  void a_missing_approval_may_name_kexts_of_others() {
    Verdict verdict =
        classify(
            "Error Domain=KMErrorDomain Code=27 \"Extension with identifiers"
                + " com.example.Widget,com.apple.nke.rvi not approved to load. Please approve using"
                + " System Settings.\"");

    assertThat(verdict.category()).isEqualTo(Category.NOT_APPROVED);
    assertThat(verdict.kmErrorCode()).hasValue(27);
    assertThat(verdict.identifiers())
        .extracting(BundleIdentifier::value)
        .containsExactly("com.example.Widget", "com.apple.nke.rvi");
  }

  @Test
  void the_code_of_another_domain_is_not_one_of_kmutil() {
    assertThat(classify("Error Domain=NSCocoaErrorDomain Code=27 \"(null)\""))
        .extracting(Verdict::category, Verdict::kmErrorCode)
        .containsExactly(Category.UNKNOWN, java.util.OptionalInt.empty());
    assertThat(classify("com.apple.LocalAuthentication Code=28 \"(null)\"").kmErrorCode())
        .isEmpty();
  }

  @Test
  void a_code_that_is_only_the_beginning_of_another_is_not_taken_for_it() {
    assertThat(classify("Error Domain=KMErrorDomain Code=271 \"(null)\"").category())
        .isEqualTo(Category.UNKNOWN);
    assertThat(classify("error 0xdc0080140").osReturn()).isEmpty();
  }

  @Test
  void a_message_is_found_however_it_was_wrapped_and_quoted() {
    Verdict words =
        classify(
            "> Extension with identifiers com.example.Widget not",
            ">   approved to load. Please approve using System Settings.");
    Verdict column80 =
        classify(
            "Failed to unload com.example.driver.Widget - (libkern/kext) kext is in use or retai",
            "ned (cannot unload).");

    assertThat(words.category()).isEqualTo(Category.NOT_APPROVED);
    assertThat(words.evidence()).extracting(Evidence::line).containsExactly(1, 2);
    assertThat(column80.category()).isEqualTo(Category.IN_USE);
  }

  @Test
  void a_message_is_found_behind_whatever_logs_and_scripts_put_before_it() {
    Verdict verdict =
        classify(
            "Feb 11 06:30:57 mac installd[4]: ./postinstall: /Library/Application Support/V/W.kext"
                + " failed to load - (libkern/kext) system policy prevents loading; check");

    assertThat(verdict.category()).isEqualTo(Category.NOT_APPROVED);
    assertThat(verdict.paths()).containsExactly("/Library/Application Support/V/W.kext");
  }

  @Test
  void symbols_are_read_from_the_lines_of_the_linker() {
    Verdict verdict =
        classify(
            "(kernel) kxld[com.example.Widget]: The following symbols are unresolved for this"
                + " kext:",
            "(kernel) kxld[com.example.Widget]: \t___memcpy_chk",
            "(kernel) kxld[com.example.Widget]: \t__ZN6WidgetC1Ev",
            "(kernel) Can't load kext com.example.Widget - link failed.");

    assertThat(verdict.category()).isEqualTo(Category.UNDEFINED_SYMBOLS);
    assertThat(verdict.symbols()).containsExactly("___memcpy_chk", "__ZN6WidgetC1Ev");
  }

  @Test
  void libraries_are_read_from_the_lines_below_a_diagnostic() {
    Verdict verdict =
        classify(
            "Diagnostics for Widget.kext:",
            "Dependency Resolution Failures: ",
            "    No kexts found for these libraries: ",
            "        com.example.Library",
            "        com.example.Other",
            "",
            "Warnings: ");

    assertThat(verdict.category()).isEqualTo(Category.MISSING_DEPENDENCY);
    assertThat(verdict.identifiers())
        .extracting(BundleIdentifier::value)
        .containsExactly("com.example.Library", "com.example.Other");
  }

  @Test
  void teams_are_read_from_the_policy_daemon() {
    Verdict verdict =
        classify(
            "canLoadKernelExtension - direct, evaluate, Kext (ABCDE12345, com.example.Widget)");

    assertThat(verdict.category()).isEqualTo(Category.STATUS);
    assertThat(verdict.teamIdentifiers()).containsExactly(new TeamIdentifier("ABCDE12345"));
  }

  @Test
  void after_a_second_try_at_the_password_the_tool_decides() {
    assertThat(classify("Password:", "Sorry, try again.", "Password:", NOT_LOADABLE).category())
        .isEqualTo(Category.KERNEL_REJECTED);
  }

  @Test
  void the_output_and_the_errors_of_a_command_are_told_apart() {
    // given
    CommandLine command =
        new Privilege.Sudo()
            .applyTo(CommandLine.of(Path.of(ToolName.KMUTIL.path()), "unload", "-b", "a.b.C"));
    var result =
        new CommandResult(
            command,
            new Termination.Exited(71),
            CapturedOutput.of("something\n"),
            CapturedOutput.of("Kernel request failed: (libkern/kext) not found (-603947002)\n"),
            Duration.ofMillis(3));

    // when
    Verdict verdict = new Classifier().classify(Transcript.of(ToolName.KMUTIL, SEQUOIA, result));

    // then
    assertThat(verdict.category()).isEqualTo(Category.NOT_FOUND);
    assertThat(verdict.evidence())
        .containsExactly(
            new Evidence(
                Evidence.Source.STDERR,
                1,
                "Kernel request failed: (libkern/kext) not found (-603947002)"));
  }

  @Test
  void a_command_that_did_not_end_by_itself_has_no_status() {
    var result =
        new CommandResult(
            CommandLine.of(Path.of(ToolName.KEXTLOAD.path()), "/Widget.kext"),
            new Termination.TimedOut(
                Duration.ofSeconds(1), new KillReport(KillReport.Outcome.KILLED, List.of())),
            CapturedOutput.EMPTY,
            CapturedOutput.EMPTY,
            Duration.ofSeconds(1));

    assertThat(
            new Classifier()
                .classify(Transcript.of(ToolName.KEXTLOAD, CATALINA, result))
                .category())
        .isEqualTo(Category.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kext", "\n", " ", "\u0000", "\uffff", "<&|`*\\\u001b[", "Code=", "0xdc"})
  void a_long_text_is_read_to_its_end_with_little_evidence(String unit) {
    String junk = unit.repeat(200_000 / unit.length());

    Verdict verdict =
        classify(junk, "Loading extension(s): com.example.Widget requires a reboot", junk);

    assertThat(verdict.category()).isEqualTo(Category.REBOOT_REQUIRED);
    assertThat(verdict.evidence()).hasSize(1);
  }

  @Test
  void of_many_lines_some_are_evidence_and_the_strongest_are_among_them() {
    String line = "Kext with invalid signature (-67062) allowed: Widget.kext\n";

    Verdict verdict = classify(line.repeat(10_000) + NOT_LOADABLE);

    assertThat(verdict.category()).isEqualTo(Category.KERNEL_REJECTED);
    assertThat(verdict.evidence()).hasSizeLessThanOrEqualTo(200);
    assertThat(verdict.evidence()).extracting(Evidence::line).contains(10_001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$ sudo kmutil load -p /Library/Extensions/Foo.kext | /Library/Extensions/Foo.kext",
        "$ sudo kmutil load --bundle-path=/tmp/Foo.kext     | /tmp/Foo.kext",
        "$ sudo kextload '/tmp/My Foo.kext'                 | /tmp/My Foo.kext",
        "$ sudo kmutil load -p /tmp/Foo.kext -p /tmp/B.kext | ",
        "$ kmutil inspect -p /Library/Extensions/Foo.kext   | "
      })
  void takes_the_path_from_the_command_where_no_message_has_one(
      String command, @Nullable String path) {
    String said =
        "Error Domain=KMErrorDomain Code=27 \"Extension with identifiers com.foo.Foo not approved"
            + " to load. Please approve using System Settings.\"";

    Verdict verdict = new Classifier().classify(Transcript.ofText(command + "\n" + said));

    assertThat(verdict.paths()).isEqualTo(path == null ? List.of() : List.of(path));
  }
}
