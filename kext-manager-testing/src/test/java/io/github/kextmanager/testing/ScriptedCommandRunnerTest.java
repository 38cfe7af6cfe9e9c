package io.github.kextmanager.testing;

import static io.github.kextmanager.testing.Reply.exit;
import static io.github.kextmanager.testing.Reply.notStarted;
import static io.github.kextmanager.testing.Reply.signal;
import static io.github.kextmanager.testing.Reply.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedCommandRunnerTest {
  private static final CommandLine LOAD =
      CommandLine.of(Path.of("/sbin/kextload"), "/tmp/Widget.kext");
  private static final CommandLine STAT = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");

  private final ScriptedCommandRunner runner = new ScriptedCommandRunner();

  @Test
  void answers_what_the_script_says_in_order() {
    runner
        .expect("/usr/sbin/kextstat", "-l")
        .reply(exit(0).stdout("rows\n"))
        .expect("/sbin/kextload", "/tmp/Widget.kext")
        .reply(exit(71).stderr("no\n"));

    CommandResult first = runner.run(STAT);
    CommandResult second = runner.run(LOAD);

    assertThat(first.stdout()).isEqualTo(CapturedOutput.of("rows\n"));
    assertThat(second.termination()).isEqualTo(new Termination.Exited(71));
    assertThat(second.stderr()).isEqualTo(CapturedOutput.of("no\n"));
    assertThatCode(runner::close).doesNotThrowAnyException();
  }

  @Test
  void names_the_expected_and_the_actual_command_at_a_surprise() {
    runner.expect("/sbin/kextload", "/tmp/Gadget.kext").reply(exit(0));

    assertThatThrownBy(() -> runner.run(LOAD))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected: /sbin/kextload /tmp/Gadget.kext")
        .hasMessageContaining("asked:    /sbin/kextload /tmp/Widget.kext")
        .hasMessageContaining("They differ from argument 1 on.");
  }

  @Test
  void refuses_a_command_after_the_end_of_the_script() {
    assertThatThrownBy(() -> runner.run(STAT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nothing more was expected")
        .hasMessageContaining("/usr/sbin/kextstat -l");
  }

  @Test
  void reports_what_was_never_asked() {
    runner.expect("/sbin/kextload", "/tmp/My Widget.kext").reply(exit(0));

    assertThatThrownBy(runner::assertExhausted)
        .isInstanceOf(AssertionError.class)
        .hasMessage("Never asked: /sbin/kextload '/tmp/My Widget.kext'");
  }

  @Test
  void reports_a_surprise_again_at_the_end_in_case_somebody_swallowed_it() {
    assertThatThrownBy(() -> runner.run(STAT)).isInstanceOf(AssertionError.class);

    assertThatThrownBy(runner::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nothing more was expected");
  }

  @Test
  void compares_the_environment_only_when_the_script_names_one() {
    runner
        .expect("/usr/sbin/kextstat", "-l")
        .reply(exit(0))
        .expect("/usr/sbin/kextstat", "-l")
        .withEnvironment(Map.of("KEXTSTAT_LEGACY_MODE", "1"))
        .reply(exit(0));
    runner.run(STAT);

    assertThatThrownBy(() -> runner.run(STAT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The environment is not the expected one");
  }

  @Test
  void expects_a_command_line_with_its_environment() {
    runner.expect(STAT).reply(exit(0));

    assertThatThrownBy(() -> runner.run(STAT.withEnvironment(Map.of())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The environment is not the expected one");
  }

  @Test
  void records_what_was_asked() {
    runner.expect("/usr/sbin/kextstat", "-l").reply(exit(0));

    runner.run(STAT);

    assertThat(runner.commands()).containsExactly(STAT);
  }

  @Test
  void throws_what_the_script_says() {
    runner.expect("/sbin/kextload", "/tmp/Widget.kext").reply(notStarted("Permission denied"));

    assertThatThrownBy(() -> runner.run(LOAD))
        .isInstanceOf(CommandNotStartedException.class)
        .hasMessage("Cannot start /sbin/kextload: Permission denied.");
  }

  @Test
  void says_that_a_command_ran_into_its_own_deadline() {
    runner.expect("/usr/sbin/kextstat", "-l").reply(timeout());

    CommandResult result = runner.run(STAT.withTimeout(Duration.ofSeconds(7)));

    assertThat(result.termination())
        .isInstanceOfSatisfying(
            Termination.TimedOut.class,
            timedOut -> assertThat(timedOut.limit()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void says_that_a_command_was_ended_by_a_signal() {
    runner.expect("/usr/sbin/kextstat", "-l").reply(signal(9).stdout("half a ro"));

    CommandResult result = runner.run(STAT);

    assertThat(result.termination()).isEqualTo(new Termination.Signalled(9));
    assertThat(result.stdout().text()).isEqualTo("half a ro");
  }

  @Test
  void honours_the_cap_of_a_command() {
    runner.expect("/usr/sbin/kextstat", "-l").reply(exit(0).stdout("12345"));

    CommandResult result = runner.run(STAT.withOutputLimit(3));

    assertThat(result.stdout()).isEqualTo(new CapturedOutput("123", true));
  }

  @Test
  void replaces_a_character_that_the_cap_cuts_in_half() {
    runner.expect("/usr/sbin/kextstat", "-l").reply(exit(0).stdout("a\u00e9"));

    CommandResult result = runner.run(STAT.withOutputLimit(2));

    assertThat(result.stdout()).isEqualTo(new CapturedOutput("a\ufffd", true));
  }

  @Test
  void refuses_an_exit_status_that_no_process_can_have() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exit(256))
        .withMessage("An exit status is 0 to 255, not 256.");
  }
}
