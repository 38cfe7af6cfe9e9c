package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.Commands.Answer;
import io.github.kextmanager.testing.Fault.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is the same on every release: starting, faults, caps and the record of what was asked. */
class SimulatedMacTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");
  private static final TestKext FIXTURE = TestKext.named(WIDGET.value());
  private static final CommandLine LOAD =
      CommandLine.of(Path.of("/sbin/kextload"), FIXTURE.path().toString());
  private static final CommandLine LOOK = CommandLine.of(Path.of("/usr/sbin/kextstat"));

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void has_no_program_that_a_mac_of_its_release_does_not_have() {
    assertThatThrownBy(() -> mac.run(CommandLine.of(Path.of("/usr/bin/kmutil"), "showloaded")))
        .isInstanceOf(CommandNotStartedException.class)
        .hasMessage("Cannot start /usr/bin/kmutil: No such file or directory.");
  }

  @Test
  void honours_the_cap_on_output() {
    CommandResult result = mac.run(LOOK.withOutputLimit(5));

    assertThat(result.stdout()).isEqualTo(new CapturedOutput("Index", true));
  }

  @Test
  void records_what_was_asked() {
    mac.run(LOOK);

    assertThat(mac.commands()).containsExactly(LOOK);
  }

  @Test
  void lies_below_its_root_and_is_gone_when_closed() {
    mac.install(FIXTURE);
    assertThat(mac.root().resolve("Library/Extensions/Widget.kext/Contents/Info.plist")).exists();

    mac.close();

    assertThat(Files.exists(mac.root())).isFalse();
  }

  @Test
  void runs_one_command_at_a_time() throws Exception {
    List<Callable<CommandResult>> loads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      TestKext kext = TestKext.named("com.example.driver.Widget" + i);
      mac.approve(kext.identifier());
      String path = mac.install(kext).toString();
      loads.add(() -> mac.run(CommandLine.of(Path.of("/sbin/kextload"), path)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<CommandResult> load : threads.invokeAll(loads)) {
        assertThat(Commands.answer(load.get())).isEqualTo(Answer.SILENT_SUCCESS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(mac.kernel().kexts()).extracting(LoadedKext::tag).doesNotHaveDuplicates();
  }

  @Test
  void forgets_what_was_loaded_by_hand_when_it_restarts() {
    loadWidget();
    var before = mac.bootSession();

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isEmpty();
    assertThat(mac.bootSession()).isNotEqualTo(before);
  }

  @Test
  void starts_an_approved_kext_that_has_hardware_with_the_mac() {
    mac.install(FIXTURE.matchesHardware());
    mac.approve(WIDGET);

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void starts_no_kext_that_nobody_approved() {
    mac.install(FIXTURE.matchesHardware());

    mac.restart();

    assertThat(mac.kernel().find(WIDGET)).isEmpty();
    assertThat(mac.awaitingApproval()).isEmpty();
  }

  @Test
  void hangs_without_waiting() {
    mac.nextCommand(new Fault.Hang(Work.UNDONE));
    mac.install(FIXTURE);
    mac.approve(WIDGET);

    CommandResult result = mac.run(LOAD.withTimeout(Duration.ofHours(1)));

    assertThat(result.termination())
        .isInstanceOfSatisfying(
            Termination.TimedOut.class,
            timedOut -> assertThat(timedOut.limit()).isEqualTo(Duration.ofHours(1)));
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void can_hang_after_the_work_is_done() {
    mac.nextCommand(new Fault.Hang(Work.DONE));

    loadWidget();

    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void can_be_killed() {
    mac.nextCommand(new Fault.Killed(9, Work.UNDONE));

    assertThat(mac.run(LOOK).termination()).isEqualTo(new Termination.Signalled(9));
  }

  @Test
  void can_claim_success_and_do_nothing() {
    mac.nextCommand(new Fault.SilentExit(0));

    assertThat(loadWidget()).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void can_lose_the_end_of_a_table() {
    mac.nextCommand(new Fault.TruncatedOutput(7));

    assertThat(mac.run(LOOK).stdout()).isEqualTo(new CapturedOutput("Index R", true));
  }

  @Test
  void lets_a_fault_wait_for_the_tool_it_is_meant_for() {
    mac.nextCommand(ToolName.KEXTLOAD, new Fault.SilentExit(71));

    assertThat(mac.run(LOOK).stdout().text()).startsWith("Index Refs");
    assertThat(mac.run(new Privilege.Sudo().applyTo(LOAD)).termination())
        .isEqualTo(new Termination.Exited(71));
  }

  @Test
  void is_well_again_after_a_fault() {
    mac.nextCommand(new Fault.SilentExit(1));
    mac.run(LOOK);

    assertThat(mac.run(LOOK).stdout().text()).startsWith("Index Refs");
  }

  private Answer loadWidget() {
    mac.install(FIXTURE);
    mac.approve(WIDGET);
    CommandResult result = mac.run(LOAD);
    return result.termination() instanceof Termination.Exited
        ? Commands.answer(result)
        : new Answer(-1, "", "");
  }
}
