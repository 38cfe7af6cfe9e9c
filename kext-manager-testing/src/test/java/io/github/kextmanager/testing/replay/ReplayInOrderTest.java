package io.github.kextmanager.testing.replay;

import static io.github.kextmanager.testing.replay.Recordings.answered;
import static io.github.kextmanager.testing.replay.Recordings.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.TimedOut;
import io.github.kextmanager.command.record.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayInOrderTest {
  private static final CommandLine SW_VERS =
      CommandLine.of(Path.of("/usr/bin/sw_vers"), "-productVersion");
  private static final CommandLine KEXTSTAT = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");

  private static final Recording BOTH =
      Recordings.of(
          asked(1, "/usr/bin/sw_vers", "-productVersion"),
          answered(1, "out| 14.5", "err| talk", "err: no final newline", "exit 3"),
          asked(2, "/usr/sbin/kextstat", "-l"),
          answered(2, "exit 0"));

  private final ReplayingCommandRunner runner = ReplayingCommandRunner.inOrder(BOTH);

  @Test
  void answers_as_recorded() {
    assertThat(runner.run(SW_VERS))
        .isEqualTo(
            new CommandResult(
                SW_VERS,
                new Exited(3),
                CapturedOutput.of("14.5\n"),
                CapturedOutput.of("talk"),
                Duration.ofMillis(35)));
  }

  @Test
  void is_content_when_everything_was_asked() {
    runner.run(SW_VERS);
    runner.run(KEXTSTAT);

    assertThatCode(runner::close).doesNotThrowAnyException();
    assertThat(runner.unasked()).isEmpty();
  }

  @Test
  void names_what_was_recorded_what_was_asked_and_the_first_word_that_differs() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> runner.run(CommandLine.of(Path.of("/usr/bin/sw_vers"), "-buildVersion")))
        .withMessage(
            """
            This is not the command recorded next.
              recorded: /usr/bin/sw_vers -productVersion (test, line 6, command 1)
              asked:    /usr/bin/sw_vers -buildVersion
              They differ at argument 1: -productVersion was recorded, -buildVersion was asked.""");
  }

  @Test
  void tells_another_program_and_words_too_few_or_too_many() {
    assertThat(surprise(KEXTSTAT))
        .endsWith(
            "They differ at the program: /usr/bin/sw_vers was recorded, /usr/sbin/kextstat was asked.");
    assertThat(surprise(CommandLine.of(Path.of("/usr/bin/sw_vers"))))
        .endsWith("What was asked ends where -productVersion was recorded.");
    assertThat(surprise(CommandLine.of(Path.of("/usr/bin/sw_vers"), "-productVersion", "x y")))
        .endsWith("What was recorded ends where 'x y' was asked.");
  }

  private String surprise(CommandLine command) {
    try {
      runner.run(command);
    } catch (AssertionError surprise) {
      return String.valueOf(surprise.getMessage());
    }
    throw new AssertionError("There was no surprise.");
  }

  @Test
  void says_when_nothing_more_is_recorded() {
    runner.run(SW_VERS);
    runner.run(KEXTSTAT);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> runner.run(SW_VERS))
        .withMessage(
            "The recording test holds nothing more, but this was asked:\n  /usr/bin/sw_vers -productVersion");
    assertThat(runner.notHeld()).containsExactly(SW_VERS);
  }

  @Test
  void says_that_a_recording_was_not_closed_when_it_holds_nothing_more() {
    var open = ReplayingCommandRunner.inOrder(Recordings.open());

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> open.run(SW_VERS))
        .withMessageStartingWith("The recording test holds nothing more (it was not closed)");
  }

  @Test
  void complains_at_the_end_of_surprises_and_of_what_was_never_asked() {
    String surprise = surprise(KEXTSTAT);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(runner::close)
        .withMessage(
            surprise
                + "\nNever asked: /usr/bin/sw_vers -productVersion (test, line 6, command 1)"
                + "\nNever asked: /usr/sbin/kextstat -l (test, line 19, command 2)");
  }

  @Test
  void stops_a_command_at_once_that_had_to_be_stopped() {
    CommandLine patient = SW_VERS.withTimeout(Duration.ofHours(1));

    CommandResult result = replaying("timed-out 30000 ms, killed").run(patient);

    assertThat(result.termination())
        .isEqualTo(
            new TimedOut(
                Duration.ofHours(1), new KillReport(KillReport.Outcome.KILLED, List.of())));
  }

  @Test
  void does_not_start_what_did_not_start() {
    assertThatExceptionOfType(CommandNotStartedException.class)
        .isThrownBy(() -> replaying("not-started| there is no such program").run(SW_VERS))
        .withMessage("Cannot start /usr/bin/sw_vers: there is no such program.");
  }

  @Test
  void interrupts_whoever_was_interrupted() {
    assertThatExceptionOfType(CommandInterruptedException.class)
        .isThrownBy(() -> replaying("interrupted killed").run(SW_VERS));
    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
  }

  @Test
  void fails_where_the_recorded_runner_failed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> replaying("failed| java.lang.Error: no").run(SW_VERS))
        .withMessage("The runner that was recorded failed: java.lang.Error: no");
  }

  @Test
  void says_that_a_command_was_under_way_when_the_recording_ended() {
    var crashed =
        ReplayingCommandRunner.inOrder(
            Recordings.open(asked(1, "/usr/bin/sw_vers", "-productVersion")));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> crashed.run(SW_VERS))
        .withMessage(
            "This was asked when the recording ended, and has no answer there:\n"
                + "  /usr/bin/sw_vers -productVersion (test, line 6, command 1)");
  }

  @Test
  void answers_a_command_with_placeholders() {
    var redacted =
        ReplayingCommandRunner.inOrder(
            Recordings.of(
                asked(1, "/sbin/kextload", "/Users/<user>/Widget.kext"), answered(1, "exit 0")));

    assertThat(
            redacted
                .run(CommandLine.of(Path.of("/sbin/kextload"), "/Users/<user>/Widget.kext"))
                .termination())
        .isEqualTo(new Exited(0));
  }

  private static ReplayingCommandRunner replaying(String ending) {
    return ReplayingCommandRunner.inOrder(
        Recordings.of(asked(1, "/usr/bin/sw_vers", "-productVersion"), answered(1, ending)));
  }
}
