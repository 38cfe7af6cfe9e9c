package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.QueryFailedException;
import java.util.List;
import java.util.stream.Stream;

/** What all questions have in common: an answer counts only if it is whole and the status is 0. */
final class Query {
  private Query() {}

  /**
   * The standard output of an answer that counts.
   *
   * @throws QueryFailedException if the tool did not end by itself with status 0, or its output was
   *     cut
   */
  static String answer(CommandResult result) {
    if (!result.termination().isSuccess()) {
      throw new QueryFailedException(
          "%s %s".formatted(question(result), ending(result.termination())), lines(result));
    }
    if (result.stdout().truncated()) {
      throw new QueryFailedException(
          "%s printed more than %d bytes, and a table that was cut is none."
              .formatted(question(result), result.command().outputLimitBytes()),
          lines(result));
    }
    return result.stdout().text();
  }

  static String question(CommandResult result) {
    return String.join(" ", result.command().argv());
  }

  static List<String> lines(CommandResult result) {
    return Stream.concat(result.stderr().lines().stream(), result.stdout().lines().stream())
        .toList();
  }

  private static String ending(Termination termination) {
    if (termination instanceof Termination.TimedOut timedOut) {
      return "gave no answer within %d ms; %s"
          .formatted(timedOut.limit().toMillis(), timedOut.kill().sentence());
    }
    if (termination instanceof Termination.Signalled signalled) {
      return "was ended by signal " + signalled.signal() + ".";
    }
    return "failed with status " + ((Termination.Exited) termination).status() + ".";
  }
}
