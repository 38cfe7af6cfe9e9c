package io.github.kextmanager.testing.replay;

import static io.github.kextmanager.testing.replay.Recordings.answered;
import static io.github.kextmanager.testing.replay.Recordings.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.record.RecordedCommand;
import io.github.kextmanager.command.record.Recording;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayByLookUpTest {
  private static final CommandLine KEXTSTAT = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");
  private static final CommandLine ID = CommandLine.of(Path.of("/usr/bin/id"), "-u");

  private static final Recording RECORDING =
      Recordings.of(
          asked(1, "/usr/sbin/kextstat", "-l"),
          answered(1, "out| before", "exit 0"),
          asked(2, "/usr/bin/id", "-u"),
          answered(2, "out| 501", "exit 0"),
          asked(3, "/usr/sbin/kextstat", "-l"),
          answered(3, "out| after", "exit 0"));

  private final ReplayingCommandRunner runner = ReplayingCommandRunner.byLookUp(RECORDING);

  @Test
  void answers_in_any_order() {
    assertThat(say(ID)).isEqualTo("501\n");
    assertThat(say(KEXTSTAT)).isEqualTo("before\n");
  }

  @Test
  void gives_several_answers_in_the_order_recorded_and_repeats_the_last() {
    assertThat(say(KEXTSTAT)).isEqualTo("before\n");
    assertThat(say(KEXTSTAT)).isEqualTo("after\n");
    assertThat(say(KEXTSTAT)).isEqualTo("after\n");
  }

  @Test
  void says_what_it_does_not_hold_and_the_nearest_that_it_holds() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> runner.run(CommandLine.of(Path.of("/usr/bin/id"), "-g")))
        .withMessage(
            """
            The recording test does not hold this:
              /usr/bin/id -g
            The nearest that it holds:
              /usr/bin/id -u (test, line 17, command 2)
              They differ at argument 1: -u was recorded, -g was asked.""");
  }

  @Test
  void says_of_a_program_that_was_never_run_only_that_it_is_not_held() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> runner.run(CommandLine.of(Path.of("/usr/bin/kmutil"), "showloaded")))
        .withMessage("The recording test does not hold this:\n  /usr/bin/kmutil showloaded");
  }

  @Test
  void reports_what_nobody_asked_for_and_does_not_mind() {
    say(KEXTSTAT);

    assertThat(runner.unasked()).extracting(RecordedCommand::number).containsExactly(2, 3);
    assertThatCode(runner::close).doesNotThrowAnyException();
  }

  @Test
  void minds_at_the_end_what_it_did_not_hold_even_if_the_error_was_swallowed() {
    CommandLine unknown = CommandLine.of(Path.of("/usr/bin/kmutil"));
    try {
      runner.run(unknown);
    } catch (AssertionError swallowed) {
      assertThat(runner.notHeld()).containsExactly(unknown);
    }

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(runner::close)
        .withMessageContaining("/usr/bin/kmutil");
  }

  private String say(CommandLine command) {
    return runner.run(command).stdout().text();
  }
}
