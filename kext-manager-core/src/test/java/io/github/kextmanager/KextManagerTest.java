package io.github.kextmanager;

import static io.github.kextmanager.ToolScript.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.lifecycle.Deadlines;
import io.github.kextmanager.lifecycle.KernelLogUse;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.Operation;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.NotAMacException;
import io.github.kextmanager.model.QueryFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KextManagerTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final String KPI = row(1, 9, "com.apple.kpi.bsd", "19.6.0", "");

  @TempDir Path root;
  private final ToolScript tools = new ToolScript();

  @Test
  void says_at_once_that_this_machine_is_not_a_mac() {
    assumeFalse(System.getProperty("os.name").startsWith("Mac"), "this machine is a Mac");

    assertThatThrownBy(KextManager::create)
        .isInstanceOf(NotAMacException.class)
        .hasMessageContaining(System.getProperty("os.name"));
  }

  @Test
  void tells_an_interrupted_thread_the_release_that_is_known() {
    tools.answers("10.15.7\n");
    KextManager manager = KextManager.builder().runner(tools).root(root).build();
    MacOsVersion known = manager.release();
    Thread.currentThread().interrupt();
    try {
      assertThat(manager.release()).isEqualTo(known);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void asks_for_the_release_once_and_for_the_user_once() {
    tools.answers("10.15.7\n").shows(KPI).answers("501\n").succeeds().shows(KPI);
    tools.shows(KPI).succeeds().shows(KPI);
    KextManager manager = KextManager.builder().runner(tools).root(root).build();

    manager.load(WIDGET);
    manager.load(WIDGET);

    assertThat(tools.asked())
        .startsWith(
            List.of("/usr/bin/sw_vers", "-productVersion"),
            List.of("/usr/sbin/kextstat"),
            List.of("/usr/bin/id", "-u"),
            List.of("/usr/bin/sudo", "-n", "--", "/sbin/kextload", "-b", "com.example.Widget"))
        .hasSize(8);
  }

  @Test
  void needs_no_sudo_where_commands_run_as_root() {
    tools.shows(KPI).answers("0\n").succeeds().shows(KPI);

    KextManager.builder()
        .runner(tools)
        .root(root)
        .release(new MacOsVersion(10, 15, 7))
        .build()
        .load(WIDGET);

    assertThat(tools.asked()).contains(List.of("/sbin/kextload", "-b", "com.example.Widget"));
  }

  @Test
  void dates_a_snapshot_by_the_clock() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    tools.shows(KPI);

    KextSnapshot snapshot = catalina().clock(InstantSource.fixed(noon)).build().snapshot();

    assertThat(snapshot.takenAt()).isEqualTo(noon);
    assertThat(snapshot.kexts()).hasSize(1);
  }

  @Test
  void takes_no_table_with_a_line_that_is_no_row_for_a_snapshot() {
    tools.shows(KPI, "something else");

    assertThatThrownBy(() -> catalina().build().snapshot())
        .isInstanceOf(QueryFailedException.class)
        .hasMessageContaining("/usr/sbin/kextstat")
        .hasMessageContaining("something else");
  }

  @Test
  void takes_no_failure_for_an_empty_snapshot() {
    tools.fails(71, "Couldn't get list of loaded kexts from kernel.\n");

    assertThatThrownBy(() -> catalina().build().snapshot())
        .isInstanceOfSatisfying(
            QueryFailedException.class,
            failure ->
                assertThat(failure.lines())
                    .containsExactly("Couldn't get list of loaded kexts from kernel."));
  }

  @Test
  void gives_commands_the_deadlines() {
    tools.shows(KPI).succeeds().shows(KPI);

    catalina()
        .deadlines(
            new Deadlines(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5)))
        .build()
        .load(WIDGET);

    assertThat(tools.deadlines())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  @Test
  void tells_the_state_of_a_kext_that_is_not_loaded() {
    tools.shows(KPI);

    assertThat(catalina().build().status(WIDGET))
        .satisfies(status -> assertThat(status.state()).isEqualTo(LifecycleState.NOT_LOADED))
        .satisfies(status -> assertThat(status.loaded()).isEmpty());
  }

  @Test
  void refuses_a_release_whose_tools_it_does_not_know() {
    assertThatThrownBy(() -> catalina().release(new MacOsVersion(10, 5, 8)).build())
        .isInstanceOf(KextException.class);
  }

  @Test
  void refuses_a_root_that_is_not_absolute() {
    assertThatThrownBy(() -> KextManager.builder().root(Path.of("relative")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_to_read_one_system_and_change_another() {
    assertThatThrownBy(() -> KextManager.builder().root(root).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(root.toString());
  }

  @Test
  @Timeout(30)
  void a_cancelled_operation_stops_its_command_and_says_what_became_of_it() throws Exception {
    var running = new CountDownLatch(1);
    KextManager manager =
        catalina().runner(new Stuck(running)).privilege(new Privilege.AlreadyRoot()).build();

    Operation<LoadOutcome> loading = manager.start(m -> m.load(WIDGET));
    running.await();
    loading.cancel();

    assertThatThrownBy(() -> loading.await(Duration.ofSeconds(20)))
        .isInstanceOf(CommandInterruptedException.class)
        .hasMessageContaining("killed");
  }

  private KextManagerBuilder catalina() {
    return KextManager.builder()
        .kernelLog(KernelLogUse.NEVER)
        .runner(tools)
        .root(root)
        .release(new MacOsVersion(10, 15, 7))
        .privilege(new Privilege.AlreadyRoot());
  }

  /** A command that ends only when it is interrupted. */
  private record Stuck(CountDownLatch running) implements CommandRunner {
    @Override
    public CommandResult run(CommandLine command) {
      running.countDown();
      try {
        new CountDownLatch(1).await();
        throw new AssertionError("nobody counts down");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CommandInterruptedException(
            command, new KillReport(KillReport.Outcome.KILLED, List.of()));
      }
    }
  }
}
