package io.github.kextmanager;

import static io.github.kextmanager.ToolScript.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.CommandRecord.Access;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KextManagerLoadTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Path BUNDLE = Path.of("/Library/Extensions/Widget.kext");
  private static final String KPI = row(1, 9, "com.apple.kpi.bsd", "19.6.0", "");
  private static final String LOADED = row(90, 0, "com.example.Widget", "1.2", " <1>");
  private static final String OTHER = row(90, 0, "com.example.Widget", "1.1", " <1>");
  private static final String NOT_APPROVED =
      """
      /Library/Extensions/Widget.kext failed to load - (libkern/kext) system policy prevents loading; check the system/kernel logs for errors or try kextutil(8).
      """;

  @TempDir Path root;
  private final ToolScript tools = new ToolScript();

  @Test
  void what_the_second_look_shows_is_loaded() {
    tools.shows(KPI).succeeds().shows(KPI, LOADED);

    LoadOutcome outcome = catalina().load(WIDGET);

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(outcome.report().verdict().category()).isEqualTo(Category.OK_LOADED);
    assertThat(outcome.report().changes().appeared()).hasSize(1);
    assertThat(tools.asked())
        .containsExactly(
            List.of("/usr/sbin/kextstat"),
            List.of("/sbin/kextload", "-b", "com.example.Widget"),
            List.of("/usr/sbin/kextstat"));
  }

  @Test
  void what_the_first_look_shows_is_not_asked_again() {
    tools.shows(KPI, LOADED);

    LoadOutcome outcome = catalina().load(WIDGET);

    assertThat(outcome).isInstanceOf(LoadOutcome.AlreadyLoaded.class);
    assertThat(outcome.report().changes().isEmpty()).isTrue();
    assertThat(tools.asked()).hasSize(1);
  }

  @Test
  void one_command_loads_any_number_of_kexts() {
    tools.shows(KPI).succeeds().shows(KPI, LOADED, row(91, 0, "com.example.Other", "1", " <1>"));

    List<LoadOutcome> outcomes =
        catalina().load(LoadRequest.of(WIDGET, BundleIdentifier.of("com.example.Other")));

    assertThat(outcomes).hasSize(2).allMatch(LoadOutcome::isLoaded);
    assertThat(tools.asked()).hasSize(3);
  }

  @Test
  void a_bundle_whose_version_is_loaded_is_still_compared_by_the_tool() throws IOException {
    bundle("1.2");
    tools
        .shows(KPI, LOADED)
        .fails(
            71,
            """
            /Library/Extensions/Widget.kext failed to load - (libkern/kext) different version/uuid already loaded; check the system/kernel logs for errors or try kextutil(8).
            """)
        .shows(KPI, LOADED);

    assertThat(catalina().load(BUNDLE)).isInstanceOf(LoadOutcome.OtherVersionLoaded.class);
  }

  @Test
  void ensuring_trusts_the_look() throws IOException {
    bundle("1.2");
    tools.shows(KPI, LOADED);

    assertThat(catalina().ensureLoaded(LoadRequest.of(BUNDLE)).get(0))
        .isInstanceOf(LoadOutcome.AlreadyLoaded.class);
    assertThat(tools.asked()).hasSize(1);
  }

  @Test
  void another_version_is_answered_without_a_command_as_root() throws IOException {
    bundle("1.2");
    tools.shows(KPI, OTHER);

    LoadOutcome outcome = catalina().load(BUNDLE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.OtherVersionLoaded.class,
            other -> {
              assertThat(other.kext().version().text()).isEqualTo("1.1");
              assertThat(other.wanted().orElseThrow().text()).isEqualTo("1.2");
            });
    assertThat(outcome.report().verdict().evidence())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).isEqualTo(OTHER));
    assertThat(tools.asked()).hasSize(1);
  }

  @Test
  void versions_are_compared_as_numbers() throws IOException {
    bundle("1.2.0");
    tools.shows(KPI, LOADED);

    assertThat(catalina().ensureLoaded(LoadRequest.of(BUNDLE)).get(0))
        .isInstanceOf(LoadOutcome.AlreadyLoaded.class);
  }

  @Test
  void a_missing_approval_defers() throws IOException {
    bundle("1.2");
    tools.shows(KPI).fails(27, NOT_APPROVED).shows(KPI);

    LoadOutcome outcome = catalina().load(BUNDLE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Deferred.class,
            deferred -> assertThat(deferred.until()).isEqualTo(Deferral.APPROVAL));
    assertThat(outcome.report().verdict().evidence()).isNotEmpty();
  }

  @Test
  void a_restart_that_is_owed_defers() {
    tools
        .shows(KPI)
        .fails(
            28,
            """
            Error Domain=KMErrorDomain Code=28 "Loading extension(s): com.example.Widget requires a reboot" UserInfo={NSLocalizedDescription=Loading extension(s): com.example.Widget requires a reboot}
            """)
        .shows(KPI);

    assertThat(sonoma().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Deferred.class,
            deferred -> assertThat(deferred.until()).isEqualTo(Deferral.RESTART));
  }

  @Test
  void the_tool_is_given_the_folder_to_which_the_path_of_a_repository_leads() throws IOException {
    Files.createDirectories(root.resolve("Library/Drivers"));
    Files.createSymbolicLink(root.resolve("Library/Current"), Path.of("/Library/Drivers"));
    tools.shows(KPI).succeeds().shows(KPI, LOADED);

    catalina().load(LoadRequest.of(WIDGET).withRepository(Path.of("/Library/Current")));

    assertThat(tools.asked().get(1))
        .contains("/Library/Drivers")
        .doesNotContain("/Library/Current");
  }

  @Test
  void a_repository_that_is_not_there_is_an_exception_and_nothing_is_run() {
    LoadRequest request = LoadRequest.of(WIDGET).withRepository(Path.of("/Library/Nowhere"));

    assertThatThrownBy(() -> catalina().load(request))
        .isInstanceOf(UnreadableBundleException.class)
        .hasMessageStartingWith("There is no \"/Library/Nowhere\"");
    assertThat(tools.asked()).isEmpty();
  }

  @Test
  void a_library_that_is_a_link_is_refused_before_anything_is_run() throws IOException {
    bundle("1.2");
    Files.createSymbolicLink(
        root.resolve("Library/Library.kext"), Path.of("/Library/Extensions/Widget.kext"));
    LoadRequest request = LoadRequest.of(WIDGET).withDependency(Path.of("/Library/Library.kext"));

    assertThatThrownBy(() -> catalina().load(request))
        .isInstanceOf(UnreadableBundleException.class)
        .hasMessageContaining("is a symbolic link");
    assertThat(tools.asked()).isEmpty();
  }

  @Test
  void a_refusal_names_its_reason() {
    tools
        .shows(KPI)
        .fails(
            71,
            """
            com.example.Widget failed to load - (libkern/kext) dependency resolution failure; check the system/kernel logs for errors or try kextutil(8).
            """)
        .shows(KPI);

    assertThat(catalina().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.MISSING_DEPENDENCY));
  }

  @Test
  void of_two_kexts_each_gets_its_own_reason() {
    tools
        .shows(KPI)
        .fails(
            71,
            """
            com.example.Other failed to load - (libkern/kext) not found; check the system/kernel logs for errors or try kextutil(8).
            """)
        .shows(KPI, LOADED);

    List<LoadOutcome> outcomes =
        catalina().load(LoadRequest.of(BundleIdentifier.of("com.example.Other"), WIDGET));

    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThat(outcomes.get(1)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void a_timeout_is_not_knowing() {
    tools.shows(KPI).hangs().shows(KPI);

    assertThat(catalina().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.TIMED_OUT));
  }

  @Test
  void a_timeout_after_which_the_kext_is_there_is_a_load() {
    tools.shows(KPI).hangs().shows(KPI, LOADED);

    assertThat(catalina().load(WIDGET)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void a_tool_that_was_killed_is_not_knowing() {
    tools.shows(KPI).dies(9).shows(KPI);

    assertThat(catalina().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.KILLED));
  }

  @Test
  void a_success_that_does_not_show_is_a_contradiction() {
    tools.shows(KPI).succeeds().shows(KPI);

    assertThat(catalina().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.CONTRADICTED));
  }

  @Test
  void a_kext_without_code_is_accepted_without_ever_showing() throws IOException {
    bundle("1.2", "");
    tools.shows(KPI).succeeds().shows(KPI);

    assertThat(catalina().load(BUNDLE)).isInstanceOf(LoadOutcome.Accepted.class);
  }

  @Test
  void a_second_look_that_fails_does_not_hide_that_something_was_changed() {
    tools.shows(KPI).succeeds().fails(71, "Couldn't get list of loaded kexts from kernel.\n");

    LoadOutcome outcome = catalina().load(WIDGET);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_OBSERVED));
    assertThat(outcome.report().commands()).hasSize(3);
    assertThat(outcome.report().verdict().evidence())
        .anyMatch(line -> line.text().equals("Couldn't get list of loaded kexts from kernel."));
  }

  @Test
  void sudo_that_wants_a_password_refuses_and_nothing_is_looked_at_again() {
    tools.shows(KPI).fails(1, "sudo: a password is required\n");

    LoadOutcome outcome = builder("10.15.7").privilege(new Privilege.Sudo()).build().load(WIDGET);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.SUDO_PASSWORD_REQUIRED));
    assertThat(tools.asked())
        .containsExactly(
            List.of("/usr/sbin/kextstat"),
            List.of("/usr/bin/sudo", "-n", "--", "/sbin/kextload", "-b", "com.example.Widget"));
  }

  @Test
  void a_tool_that_sudo_does_not_find_is_missing() {
    tools.shows(KPI).fails(1, "sudo: /sbin/kextload: command not found\n");
    KextManager manager = builder("10.15.7").privilege(new Privilege.Sudo()).build();

    assertThatThrownBy(() -> manager.load(WIDGET)).isInstanceOf(CommandNotStartedException.class);
  }

  @Test
  void from_11_on_a_new_version_is_asked_for_while_the_old_one_runs() throws IOException {
    bundle("1.2");
    tools
        .shows(KPI, OTHER)
        .fails(
            28,
            """
            Error Domain=KMErrorDomain Code=28 "Loading extension(s): com.example.Widget requires a reboot" UserInfo={NSLocalizedDescription=Loading extension(s): com.example.Widget requires a reboot}
            """)
        .shows(KPI, OTHER);

    assertThat(sonoma().load(BUNDLE))
        .isInstanceOfSatisfying(
            LoadOutcome.Deferred.class,
            deferred -> assertThat(deferred.until()).isEqualTo(Deferral.RESTART));
  }

  @Test
  void an_answer_about_another_kext_is_not_one_about_this() {
    tools
        .shows(KPI)
        .fails(
            71,
            """
            com.example.Other failed to load - (libkern/kext) link error; check the system/kernel logs for errors or try kextutil(8).
            """)
        .shows(KPI);

    List<LoadOutcome> outcomes =
        catalina().load(LoadRequest.of(BundleIdentifier.of("com.example.Other"), WIDGET));

    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_MENTIONED));
    assertThat(outcomes.get(1).report().verdict().evidence()).isNotEmpty();
  }

  @Test
  void a_kext_that_was_left_alone_and_went_away_is_not_blamed_on_the_answer() {
    tools.shows(KPI, LOADED).fails(27, NOT_APPROVED).shows(KPI);

    List<LoadOutcome> outcomes =
        catalina().load(LoadRequest.of(WIDGET, BundleIdentifier.of("com.example.Other")));

    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.DISAPPEARED));
  }

  @Test
  void what_the_tool_said_is_kept_where_the_kext_is_loaded_all_the_same() {
    tools
        .shows(KPI)
        .fails(71, "com.example.Widget failed to load - (libkern/kext) internal error.\n")
        .shows(KPI, LOADED);

    LoadOutcome outcome = catalina().load(WIDGET);

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(outcome.report().verdict().evidence())
        .extracting(Evidence::text)
        .contains(LOADED)
        .anyMatch(text -> text.contains("internal error"));
  }

  @Test
  void a_look_that_lists_nothing_is_no_look() {
    tools.shows(KPI).succeeds().answers("");

    assertThat(catalina().load(WIDGET))
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_OBSERVED));
  }

  @Test
  void an_interrupt_after_the_change_does_not_hide_the_change() {
    tools
        .shows(KPI)
        .succeeds()
        .then(
            command -> {
              Thread.currentThread().interrupt();
              throw new CommandInterruptedException(
                  command, new KillReport(KillReport.Outcome.KILLED, List.of()));
            });

    LoadOutcome outcome = catalina().load(WIDGET);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_OBSERVED));
  }

  @Test
  void a_listener_that_fails_does_not_hide_the_outcome() {
    tools.shows(KPI).succeeds().shows(KPI, LOADED);
    KextManager manager =
        builder("10.15.7")
            .auditListener(
                record -> {
                  throw new IllegalStateException("disk full");
                })
            .build();

    assertThat(manager.load(WIDGET)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void a_kext_without_code_is_accepted_by_its_identifier_too() throws IOException {
    bundle("1.2", "");
    tools.shows(KPI).succeeds().shows(KPI);

    assertThat(catalina().load(WIDGET)).isInstanceOf(LoadOutcome.Accepted.class);
  }

  @Test
  void a_tool_that_is_missing_is_an_exception_and_on_record() {
    tools
        .shows(KPI)
        .then(
            command -> {
              throw new CommandNotStartedException(command, "No such file or directory");
            });
    KextManager manager = catalina();

    assertThatThrownBy(() -> manager.load(WIDGET)).isInstanceOf(CommandNotStartedException.class);
    assertThat(manager.audit())
        .singleElement()
        .satisfies(record -> assertThat(record.termination()).isEmpty());
  }

  @Test
  void a_change_that_said_more_than_was_kept_is_on_record_as_such() {
    tools
        .shows(KPI)
        .then(
            command ->
                new CommandResult(
                    command,
                    new Termination.Exited(0),
                    CapturedOutput.EMPTY,
                    new CapturedOutput("and so on", true),
                    Duration.ofMillis(1)))
        .shows(KPI, LOADED);
    KextManager manager = catalina();

    manager.load(WIDGET);

    assertThat(manager.audit()).singleElement().matches(CommandRecord::truncated, "is cut");
  }

  @Test
  void only_what_ran_as_root_is_in_the_audit() {
    tools.shows(KPI).succeeds().shows(KPI, LOADED);
    KextManager manager = catalina();

    manager.load(WIDGET);

    assertThat(manager.audit())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.access()).isEqualTo(Access.ROOT);
              assertThat(record.argv()).startsWith("/sbin/kextload");
            });
  }

  @Test
  void a_bundle_that_is_not_there_is_an_exception_and_nothing_is_run() {
    assertThatThrownBy(() -> catalina().load(BUNDLE)).isInstanceOf(UnreadableBundleException.class);
    assertThat(tools.asked()).isEmpty();
  }

  @Test
  void an_identifier_that_could_be_an_option_never_runs() {
    assertThatThrownBy(() -> catalina().load(BundleIdentifier.reported("-h")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tools.asked()).isEmpty();
  }

  private KextManager catalina() {
    return builder("10.15.7").build();
  }

  private KextManager sonoma() {
    return builder("14.4").build();
  }

  private KextManagerBuilder builder(String release) {
    return KextManager.builder()
        .kernelLog(KernelLogUse.NEVER)
        .runner(tools)
        .root(root)
        .release(MacOsVersion.parse(release))
        .privilege(new Privilege.AlreadyRoot());
  }

  private void bundle(String version) throws IOException {
    bundle(version, "<key>CFBundleExecutable</key><string>Widget</string>");
  }

  private void bundle(String version, String executable) throws IOException {
    Path contents =
        Files.createDirectories(root.resolve("Library/Extensions/Widget.kext/Contents"));
    Files.writeString(
        contents.resolve("Info.plist"),
        """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key><string>KEXT</string>
        <key>CFBundleIdentifier</key><string>com.example.Widget</string>
        <key>CFBundleVersion</key><string>%s</string>
        %s
        <key>OSBundleLibraries</key><dict><key>com.apple.kpi.bsd</key><string>8.0</string></dict>
        </dict></plist>
        """
            .formatted(version, executable));
  }
}
