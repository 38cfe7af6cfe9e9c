package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.model.QueryFailedException;
import java.nio.file.Path;
import java.time.Duration;

/** {@code /usr/bin/id -u}: as whom commands run. Java itself has no way to ask. */
public record EffectiveUser() {
  /**
   * The command that asks.
   *
   * @param deadline how long it may take
   * @return the command
   */
  public CommandLine command(Duration deadline) {
    return CommandLine.of(Path.of("/usr/bin/id"), "-u").withTimeout(deadline);
  }

  /**
   * Reads the answer.
   *
   * @param result what came back
   * @return true if commands run as root
   * @throws QueryFailedException if it is no answer
   */
  public boolean isRoot(CommandResult result) {
    String answer = Query.answer(result).strip();
    if (answer.isEmpty() || !answer.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new QueryFailedException(
          Query.question(result) + " did not answer with a number.", Query.lines(result));
    }
    return answer.equals("0");
  }
}
