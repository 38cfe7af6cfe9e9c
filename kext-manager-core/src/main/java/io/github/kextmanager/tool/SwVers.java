package io.github.kextmanager.tool;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;

/** {@code /usr/bin/sw_vers -productVersion}: which release of macOS this is (sw_vers(1)). */
public record SwVers() {
  /**
   * The command that asks.
   *
   * @param deadline how long it may take
   * @return the command
   */
  public CommandLine command(Duration deadline) {
    return CommandLine.of(Path.of(ToolName.SW_VERS.path()), "-productVersion")
        .withTimeout(deadline);
  }

  /**
   * Reads the answer.
   *
   * @param result what came back
   * @return the release
   * @throws QueryFailedException if it is no answer
   */
  public MacOsVersion read(CommandResult result) {
    String answer = Query.answer(result).strip();
    try {
      return MacOsVersion.parse(answer);
    } catch (IllegalArgumentException unreadable) {
      throw new QueryFailedException(
          Query.question(result) + " did not answer with a release. " + unreadable.getMessage(),
          Query.lines(result),
          unreadable);
    }
  }
}
