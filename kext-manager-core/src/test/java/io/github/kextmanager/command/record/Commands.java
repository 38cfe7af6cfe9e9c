package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination.Exited;
import java.nio.file.Path;
import java.time.Duration;

/** Commands and runners to record. */
final class Commands {
  static final CommandLine SW_VERS = CommandLine.of(Path.of("/usr/bin/sw_vers"), "-productVersion");

  private Commands() {}

  static CommandRunner saying(String stdout, String stderr) {
    return command ->
        new CommandResult(
            command,
            new Exited(0),
            CapturedOutput.of(stdout),
            CapturedOutput.of(stderr),
            Duration.ofMillis(35));
  }
}
