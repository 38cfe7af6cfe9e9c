package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination;
import java.nio.file.Path;

/** Runs commands and says in one value what came of them. */
final class Commands {
  private final CommandRunner runner;

  Commands(CommandRunner runner) {
    this.runner = runner;
  }

  /** What a command printed, and its exit status. */
  record Answer(int status, String stdout, String stderr) {
    /** Success without a word. */
    static final Answer SILENT_SUCCESS = new Answer(0, "", "");
  }

  Answer run(String program, String... arguments) {
    return answer(runner.run(CommandLine.of(Path.of(program), arguments)));
  }

  static Answer answer(CommandResult result) {
    return new Answer(
        ((Termination.Exited) result.termination()).status(),
        result.stdout().text(),
        result.stderr().text());
  }
}
