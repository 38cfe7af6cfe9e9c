package io.github.kextmanager.command.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.TimedOut;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every runner keeps, whether it starts processes, reads from a script or plays a Mac, so that
 * one can stand in for another. A test implements it and says how its runner is brought to do a
 * thing.
 */
public interface CommandRunnerContract {
  /**
   * The runner under test.
   *
   * @return always the same one within a test
   */
  CommandRunner runner();

  /**
   * A command that writes nothing in particular and exits with a status.
   *
   * @param status one of {@link #statuses}
   * @return the command
   */
  CommandLine exiting(int status);

  /**
   * A command that writes a text to each stream and exits with 0.
   *
   * @param stdout what it writes to standard output
   * @param stderr what it writes to standard error
   * @return the command
   */
  CommandLine writing(String stdout, String stderr);

  /**
   * A command that ends only when it is stopped.
   *
   * @return the command
   */
  CommandLine endless();

  /**
   * A command that reads its standard input to the end, and then exits with 0.
   *
   * @return the command
   */
  CommandLine readingItsInput();

  /**
   * A command whose program does not exist.
   *
   * @return the command
   */
  CommandLine missing();

  /**
   * The exit statuses to try.
   *
   * @return statuses of which the runner is capable
   */
  default IntStream statuses() {
    return IntStream.of(0, 1, 127, 128, 255);
  }

  @TestFactory
  default Stream<DynamicTest> returns_the_exit_status_whatever_it_is() {
    return statuses()
        .mapToObj(
            status ->
                dynamicTest(
                    "status " + status,
                    () ->
                        assertThat(runner().run(exiting(status)).termination())
                            .isEqualTo(new Exited(status))));
  }

  @Test
  default void returns_the_very_command_that_was_asked_for() {
    CommandLine command = exiting(0);

    assertThat(runner().run(command).command()).isEqualTo(command);
  }

  @Test
  default void keeps_the_two_streams_apart() {
    CommandResult result = runner().run(writing("some data\n", "some talk\n"));

    assertThat(result.stdout()).isEqualTo(CapturedOutput.of("some data\n"));
    assertThat(result.stderr()).isEqualTo(CapturedOutput.of("some talk\n"));
  }

  @Test
  default void cuts_what_exceeds_the_limit_and_says_so() {
    CommandLine command = writing("0123456789", "0123").withOutputLimit(4);

    CommandResult result = runner().run(command);

    assertThat(result.termination()).isEqualTo(new Exited(0));
    assertThat(result.stdout()).isEqualTo(new CapturedOutput("0123", true));
    assertThat(result.stderr()).isEqualTo(CapturedOutput.of("0123"));
  }

  @Test
  default void stops_a_command_at_its_deadline_and_says_so() {
    Duration limit = Duration.ofMillis(100);

    CommandResult result = runner().run(endless().withTimeout(limit));

    assertThat(result.termination())
        .isInstanceOfSatisfying(
            TimedOut.class,
            timedOut -> {
              assertThat(timedOut.limit()).isEqualTo(limit);
              assertThat(timedOut.kill().survivors()).isEmpty();
            });
  }

  @Test
  default void gives_a_command_no_input() {
    assertThat(runner().run(readingItsInput()).termination()).isEqualTo(new Exited(0));
  }

  @Test
  default void says_which_program_is_missing_and_that_nothing_was_started() {
    CommandLine command = missing();

    assertThatExceptionOfType(CommandNotStartedException.class)
        .isThrownBy(() -> runner().run(command))
        .withMessageContaining(command.executable().toString())
        .satisfies(exception -> assertThat(exception.command()).isEqualTo(command));
  }
}
