package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What a scripted command answers: a result, or an exception.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public sealed interface Reply {

  /**
   * A command that ended by itself, and wrote nothing so far.
   *
   * @param status the exit status, 0 to 255
   * @return the reply
   */
  static Result exit(int status) {
    if (status < 0 || status > 255) {
      throw new IllegalArgumentException("An exit status is 0 to 255, not " + status + ".");
    }
    return new Result(command -> new Termination.Exited(status), "", "");
  }

  /**
   * A command that was ended by a signal, and wrote nothing so far.
   *
   * @param signal the number of the signal
   * @return the reply
   */
  static Result signal(int signal) {
    return new Result(command -> new Termination.Signalled(signal), "", "");
  }

  /**
   * A command that did not end before its deadline and was killed. Nobody really waits.
   *
   * @return the reply
   */
  static Result timeout() {
    return new Result(
        command ->
            new Termination.TimedOut(
                command.timeout(), new KillReport(KillReport.Outcome.KILLED, List.of())),
        "",
        "");
  }

  /**
   * A program that cannot be started.
   *
   * @param reason why, such as {@code No such file or directory}
   * @return the reply
   */
  static Reply notStarted(String reason) {
    return failure(command -> new CommandNotStartedException(command, reason));
  }

  /**
   * Any failure to ask.
   *
   * @param failure makes the exception to throw, from the command that was asked
   * @return the reply
   */
  static Reply failure(Function<CommandLine, ? extends RuntimeException> failure) {
    return new Failure(failure);
  }

  /**
   * Answers a command.
   *
   * @param command the command as it was asked
   * @return the result, cut to the cap of the command
   * @throws RuntimeException if this reply is a failure
   */
  CommandResult answer(CommandLine command);

  /**
   * A result.
   *
   * @param termination how it ended, given the command
   * @param stdout the text on standard output
   * @param stderr the text on standard error
   */
  record Result(Function<CommandLine, Termination> termination, String stdout, String stderr)
      implements Reply {
    /**
     * The same with a text on standard output.
     *
     * @param text the whole text, line ends included
     * @return the reply
     */
    public Result stdout(String text) {
      return new Result(termination, text, stderr);
    }

    /**
     * The same with a text on standard error.
     *
     * @param text the whole text, line ends included
     * @return the reply
     */
    public Result stderr(String text) {
      return new Result(termination, stdout, text);
    }

    /**
     * The exit status of a program of a simulated Mac, which cannot hang or be killed by itself:
     * for that there is {@link Fault}.
     */
    int status() {
      CommandLine any = CommandLine.of(Path.of("/usr/bin/true"));
      if (termination.apply(any) instanceof Termination.Exited exited) {
        return exited.status();
      }
      throw new IllegalStateException(
          "A program of a simulated Mac ends with an exit status; use a Fault for anything else.");
    }

    @Override
    public CommandResult answer(CommandLine command) {
      return new CommandResult(
          command,
          termination.apply(command),
          CappedOutput.of(stdout, command.outputLimitBytes()),
          CappedOutput.of(stderr, command.outputLimitBytes()),
          Duration.ofMillis(1));
    }
  }

  /**
   * A failure to ask.
   *
   * @param exception makes the exception, from the command
   */
  record Failure(Function<CommandLine, ? extends RuntimeException> exception) implements Reply {
    @Override
    public CommandResult answer(CommandLine command) {
      throw exception.apply(command);
    }
  }
}
