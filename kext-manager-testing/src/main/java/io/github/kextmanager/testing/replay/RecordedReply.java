package io.github.kextmanager.testing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.command.Termination.TimedOut;
import io.github.kextmanager.command.record.RecordedAnswer;
import io.github.kextmanager.command.record.RecordedAnswer.Ended;
import io.github.kextmanager.command.record.RecordedAnswer.Failed;
import io.github.kextmanager.command.record.RecordedAnswer.Interrupted;
import io.github.kextmanager.command.record.RecordedAnswer.NotStarted;
import io.github.kextmanager.command.record.RecordedCommand;
import java.util.Arrays;

/** Gives a recorded answer as a runner gives it. */
final class RecordedReply {
  private RecordedReply() {}

  static CommandResult to(CommandLine command, RecordedCommand recorded) {
    RecordedAnswer answer = recorded.answer().orElseThrow();
    if (answer instanceof NotStarted notStarted) {
      throw new CommandNotStartedException(command, notStarted.reason());
    }
    if (answer instanceof Interrupted interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandInterruptedException(command, interrupted.kill());
    }
    if (answer instanceof Failed failed) {
      throw new IllegalStateException("The runner that was recorded failed: " + failed.failure());
    }
    Ended ended = (Ended) answer;
    return new CommandResult(
        command,
        termination(command, ended.termination()),
        capped(ended.stdout(), command, recorded.command()),
        capped(ended.stderr(), command, recorded.command()),
        ended.elapsed());
  }

  /** A deadline is the one of the command that was asked, as with any runner. */
  private static Termination termination(CommandLine command, Termination recorded) {
    return recorded instanceof TimedOut timedOut
        ? new TimedOut(command.timeout(), timedOut.kill())
        : recorded;
  }

  /**
   * What was recorded is as long as its own cap allowed, whatever it has become by decoding. A
   * character that a lower cap goes through becomes U+FFFD, as with a runner of real processes.
   */
  private static CapturedOutput capped(
      CapturedOutput output, CommandLine asked, CommandLine recorded) {
    int limitBytes = asked.outputLimitBytes();
    byte[] bytes = output.text().getBytes(UTF_8);
    return limitBytes >= recorded.outputLimitBytes() || bytes.length <= limitBytes
        ? output
        : new CapturedOutput(new String(Arrays.copyOf(bytes, limitBytes), UTF_8), true);
  }
}
