package io.github.kextmanager;

import static io.github.kextmanager.ToolScript.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KextManagerUnloadTest {
  private static final BundleIdentifier BASE = BundleIdentifier.of("com.example.Base");
  private static final BundleIdentifier PLUG = BundleIdentifier.of("com.example.Plug");
  private static final String KPI = row(1, 9, "com.apple.kpi.bsd", "19.6.0", "");
  private static final String ALONE = row(90, 0, "com.example.Base", "1.0", " <1>");
  private static final String USED = row(90, 1, "com.example.Base", "1.0", " <1>");
  private static final String USER = row(91, 0, "com.example.Plug", "2.0", " <90 1>");

  @TempDir Path root;
  private final ToolScript tools = new ToolScript();

  @Test
  void what_the_second_look_does_not_show_is_unloaded() {
    tools.shows(KPI, ALONE).succeeds().shows(KPI);

    UnloadOutcome outcome = catalina().unload(BASE);

    assertThat(outcome).isInstanceOf(UnloadOutcome.Unloaded.class);
    assertThat(outcome.report().changes().disappeared()).hasSize(1);
    assertThat(tools.asked())
        .containsExactly(
            List.of("/usr/sbin/kextstat"),
            List.of("/sbin/kextunload", "-b", "com.example.Base"),
            List.of("/usr/sbin/kextstat"));
  }

  @Test
  void what_is_not_loaded_needs_one_look() {
    tools.shows(KPI);

    assertThat(catalina().unload(BASE)).isInstanceOf(UnloadOutcome.NotLoaded.class);
    assertThat(tools.asked()).hasSize(1);
  }

  @Test
  void it_stays_away_where_no_folder_holds_it() {
    tools.shows(KPI, ALONE).succeeds().shows(KPI);

    assertThat(((UnloadOutcome.Unloaded) catalina().unload(BASE)).nextStart())
        .isEqualTo(NextStart.STAYS_AWAY);
  }

  @Test
  void it_stays_in_the_collection_from_11_on() {
    tools.shows(KPI, ALONE).succeeds().shows(KPI);

    assertThat(((UnloadOutcome.Unloaded) sonoma().unload(BASE)).nextStart())
        .isEqualTo(NextStart.IN_COLLECTION);
    assertThat(tools.asked().get(1))
        .containsExactly("/usr/bin/kmutil", "unload", "-b", "com.example.Base");
  }

  @Test
  void a_kext_on_which_another_depends_is_in_use_by_it_without_a_command_as_root() {
    tools.shows(KPI, USED, USER);

    UnloadOutcome outcome = catalina().unload(BASE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UnloadOutcome.InUse.class,
            inUse ->
                assertThat(inUse.dependents())
                    .extracting(LoadedKext::identifier)
                    .containsExactly(PLUG));
    assertThat(outcome.report().verdict().category()).isEqualTo(Category.HAS_DEPENDENTS);
    assertThat(outcome.report().verdict().evidence())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).isEqualTo(USER));
    assertThat(tools.asked()).hasSize(1);
  }

  @Test
  void dependents_go_first_where_that_is_asked_for() {
    tools.shows(KPI, USED, USER).succeeds().shows(KPI);

    List<UnloadOutcome> outcomes = catalina().unload(UnloadRequest.of(BASE).dependentsFirst());

    assertThat(outcomes).extracting(UnloadOutcome::identifier).containsExactly(PLUG, BASE);
    assertThat(outcomes).allMatch(UnloadOutcome::isAbsent);
    assertThat(tools.asked().get(1))
        .containsExactly("/sbin/kextunload", "-b", "com.example.Plug", "-b", "com.example.Base");
  }

  @Test
  void the_order_in_which_kexts_are_named_does_not_matter() {
    tools.shows(KPI, USED, USER).succeeds().shows(KPI);

    assertThat(catalina().unload(UnloadRequest.of(BASE, PLUG)))
        .extracting(UnloadOutcome::identifier)
        .containsExactly(PLUG, BASE);
    assertThat(tools.asked()).hasSize(3);
  }

  @Test
  void instances_that_hold_it_are_named() {
    tools
        .shows(KPI, ALONE)
        .fails(
            3,
            """
            (kernel) Can't unload kext com.example.Base; classes have instances:
            (kernel)     Kext com.example.Base class com_example_Driver has 2 instances.
            Failed to unload com.example.Base - (libkern/kext) kext is in use or retained (cannot unload).
            """)
        .shows(KPI, ALONE);

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.InUse.class,
            inUse -> {
              assertThat(inUse.dependents()).isEmpty();
              assertThat(inUse.holders())
                  .singleElement()
                  .satisfies(
                      holder -> {
                        assertThat(holder.className()).isEqualTo("com_example_Driver");
                        assertThat(holder.instances()).isEqualTo(2);
                      });
            });
  }

  @Test
  void a_stop_routine_that_fails_is_a_refusal() {
    tools
        .shows(KPI, ALONE)
        .fails(
            3,
            """
            (kernel) Kext com.example.Base did not stop (return code 0x5).
            (kernel) Kext com.example.Base can't unload - module stop returned 0xdc008017.
            Failed to unload com.example.Base - (libkern/kext) kext (kmod) start/stop routine failed.
            """)
        .shows(KPI, ALONE);

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.START_STOP_FAILED));
  }

  @Test
  void a_kext_that_went_and_came_back_is_not_unloaded() {
    tools.shows(KPI, ALONE).succeeds().shows(KPI, row(95, 0, "com.example.Base", "1.0", " <1>"));

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.CAME_BACK));
  }

  @Test
  void a_timeout_is_not_knowing() {
    tools.shows(KPI, ALONE).hangs().shows(KPI, ALONE);

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.TIMED_OUT));
  }

  @Test
  void a_success_that_does_not_show_is_a_contradiction() {
    tools.shows(KPI, ALONE).succeeds().shows(KPI, ALONE);

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.CONTRADICTED));
  }

  @Test
  void a_failure_after_which_it_is_gone_is_an_unload() {
    tools
        .shows(KPI, ALONE)
        .fails(3, "Failed to unload com.example.Base - (libkern/kext) not found.\n")
        .shows(KPI);

    assertThat(catalina().unload(BASE)).isInstanceOf(UnloadOutcome.Unloaded.class);
  }

  @Test
  void a_second_look_that_fails_is_not_knowing() {
    tools.shows(KPI, ALONE).succeeds().hangs();

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_OBSERVED));
  }

  @Test
  void ensuring_absence_leaves_alone_what_nobody_named() {
    tools.shows(KPI, USED, USER);

    assertThat(catalina().ensureAbsent(UnloadRequest.of(BASE)).get(0))
        .isInstanceOf(UnloadOutcome.InUse.class);
  }

  @Test
  void a_look_that_lists_nothing_does_not_show_that_it_is_gone() {
    tools.shows(KPI, ALONE).fails(3, "").answers("");

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.NOT_OBSERVED));
  }

  @Test
  void not_found_is_no_reason_while_it_is_there() {
    tools
        .shows(KPI, ALONE)
        .fails(3, "Failed to unload com.example.Base - (libkern/kext) not found.\n")
        .shows(KPI, ALONE);

    assertThat(catalina().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.Indeterminate.class,
            unknown -> assertThat(unknown.doubt()).isEqualTo(Doubt.CONTRADICTED));
  }

  @Test
  void a_reload_that_cannot_load_any_more_still_says_that_it_unloaded() {
    tools
        .shows(KPI, ALONE)
        .succeeds()
        .shows(KPI)
        .then(
            command -> {
              throw new CommandNotStartedException(command, "No such file or directory");
            });

    ReloadOutcome outcome = catalina().reload(BASE);

    assertThat(outcome.unloaded()).isInstanceOf(UnloadOutcome.Unloaded.class);
    assertThat(outcome.loaded()).isEmpty();
    assertThat(outcome.failure()).isPresent();
  }

  @Test
  void a_kext_is_held_by_its_own_instances_and_not_by_those_of_another() {
    tools
        .shows(KPI, ALONE, row(91, 0, "com.example.Plug", "2.0", " <1>"))
        .fails(
            3,
            """
            (kernel) Can't unload kext com.example.Plug; classes have instances:
            (kernel)     Kext com.example.Plug class com_example_Plug has 1 instance.
            Failed to unload com.example.Plug - (libkern/kext) kext is in use or retained (cannot unload).
            Failed to unload com.example.Base - (libkern/kext) kext is in use or retained (cannot unload).
            """)
        .shows(KPI, ALONE, row(91, 0, "com.example.Plug", "2.0", " <1>"));

    List<UnloadOutcome> outcomes = catalina().unload(UnloadRequest.of(BASE, PLUG));

    assertThat(((UnloadOutcome.InUse) outcomes.get(0)).holders()).isEmpty();
    assertThat(((UnloadOutcome.InUse) outcomes.get(1)).holders()).hasSize(1);
  }

  @Test
  void a_reload_shares_the_look_in_the_middle() {
    tools
        .shows(KPI, ALONE)
        .succeeds()
        .shows(KPI)
        .succeeds()
        .shows(KPI, row(92, 0, "com.example.Base", "1.0", " <1>"));

    ReloadOutcome outcome = catalina().reload(BASE);

    assertThat(outcome.isReloaded()).isTrue();
    assertThat(outcome.loaded().orElseThrow()).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(tools.asked()).hasSize(5);
  }

  @Test
  void a_reload_of_what_cannot_be_unloaded_loads_nothing() {
    tools.shows(KPI, USED, USER);

    ReloadOutcome outcome = catalina().reload(BASE);

    assertThat(outcome.unloaded()).isInstanceOf(UnloadOutcome.InUse.class);
    assertThat(outcome.loaded()).isEmpty();
  }

  private KextManager catalina() {
    return manager("10.15.7");
  }

  private KextManager sonoma() {
    return manager("14.4");
  }

  private KextManager manager(String release) {
    return KextManager.builder()
        .kernelLog(KernelLogUse.NEVER)
        .runner(tools)
        .root(root)
        .release(MacOsVersion.parse(release))
        .privilege(new Privilege.AlreadyRoot())
        .build();
  }
}
