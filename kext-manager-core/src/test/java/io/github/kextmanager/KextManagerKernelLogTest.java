package io.github.kextmanager;

import static io.github.kextmanager.ToolScript.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KextManagerKernelLogTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final String KPI = row(1, 9, "com.apple.kpi.bsd", "23.4.0", "");
  private static final String LOADED = row(90, 0, "com.example.Widget", "1.0", " <1>");
  private static final String IN_USE =
      "Error Domain=KMErrorDomain Code=71 \"Kernel request failed: (libkern/kext) kext is in use or"
          + " retained (cannot unload) (-603946984)\"";
  private static final String NOT_LOADABLE =
      "Error Domain=KMErrorDomain Code=71 \"Kernel request failed: (libkern/kext) not loadable"
          + " (reason unspecified) (-603946989)\"";

  @TempDir Path root;
  private final ToolScript tools = new ToolScript();

  private KextManager manager() {
    return KextManager.builder()
        .runner(tools)
        .root(root)
        .release(MacOsVersion.parse("14.4"))
        .privilege(new Privilege.AlreadyRoot())
        .clock(() -> Instant.parse("2026-03-21T21:27:20Z"))
        .build();
  }

  private static String kernel(String text) {
    return "2026-03-21 21:27:21.000000+0000  localhost kernel[0]: " + text + "\n";
  }

  private UnloadOutcome.InUse refusedToUnload(String log) {
    tools.shows(KPI, LOADED).fails(71, IN_USE).shows(KPI, LOADED).answers(log);
    return (UnloadOutcome.InUse) manager().unload(WIDGET);
  }

  @Test
  void the_kernel_names_the_classes_that_hold_a_kext() {
    UnloadOutcome.InUse outcome =
        refusedToUnload(
            kernel("Can't unload kext com.example.Widget; classes have instances:")
                + kernel("    Kext com.example.Widget class com_example_Widget has 2 instances."));

    assertThat(outcome.hold()).isEqualTo(Hold.INSTANCES);
    assertThat(outcome.holders()).containsExactly(new ClassInstances("com_example_Widget", 2));
    assertThat(outcome.report().verdict().evidence())
        .filteredOn(line -> line.source() == Evidence.Source.LOG)
        .hasSize(2);
  }

  @Test
  void the_kernel_speaks_of_references_that_cannot_be_seen() {
    UnloadOutcome.InUse outcome =
        refusedToUnload(
            kernel(
                "Can't unload kext com.example.Widget; outstanding references (linkage or tracking"
                    + " object)."));

    assertThat(outcome.hold()).isEqualTo(Hold.REFERENCES);
  }

  @Test
  void the_kernel_unloads_nothing_in_this_boot() {
    UnloadOutcome.InUse outcome =
        refusedToUnload(kernel("Kext unloading is disabled (com.example.Widget)."));

    assertThat(outcome.hold()).isEqualTo(Hold.THIS_BOOT);
  }

  @Test
  void lines_about_other_kexts_count_for_nothing() {
    UnloadOutcome.InUse outcome =
        refusedToUnload(kernel("Kext com.example.Other class com_Other has 2 instances."));

    assertThat(outcome.hold()).isEqualTo(Hold.NOT_SAID);
    assertThat(outcome.holders()).isEmpty();
  }

  @Test
  void of_many_lines_the_last_one_counts_too_and_what_is_not_kept_is_said() {
    UnloadOutcome.InUse outcome =
        refusedToUnload(
            kernel("com.example.Widget: a line of the driver").repeat(150)
                + kernel("Kext com.example.Widget class com_example_Widget has 2 instances."));

    assertThat(outcome.hold()).isEqualTo(Hold.INSTANCES);
    assertThat(outcome.report().verdict().evidence())
        .extracting(Evidence::text)
        .contains("51 more lines of the log name it.");
  }

  @Test
  void a_log_that_cannot_be_read_is_evidence_of_that() {
    tools.shows(KPI, LOADED).fails(71, IN_USE).shows(KPI, LOADED).fails(64, "log: not permitted");

    UnloadOutcome outcome = manager().unload(WIDGET);

    assertThat(outcome.report().verdict().evidence())
        .extracting(Evidence::text)
        .contains("log show did not answer: log: not permitted");
  }

  @Test
  void what_the_kernel_says_explains_a_load_that_was_refused_without_a_reason() {
    tools
        .shows(KPI)
        .fails(71, NOT_LOADABLE)
        .shows(KPI)
        .answers(kernel("Kext com.example.Widget start failed (result 0x5)."));

    LoadOutcome outcome = manager().load(WIDGET);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.START_STOP_FAILED));
  }

  @Test
  void sudo_has_refused_before_the_kernel_could_say_anything() {
    tools.shows(KPI).fails(1, "sudo: a password is required");

    LoadOutcome outcome =
        KextManager.builder()
            .runner(tools)
            .root(root)
            .release(MacOsVersion.parse("14.4"))
            .privilege(new Privilege.Sudo())
            .build()
            .load(WIDGET);

    assertThat(outcome).isInstanceOf(LoadOutcome.Refused.class);
    assertThat(tools.asked()).hasSize(2);
  }
}
