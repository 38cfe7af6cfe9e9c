package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import java.io.IOException;
import java.util.List;
import org.apache.commons.exec.launcher.CommandLauncherFactory;

/** Starts a process by means of Commons Exec, with exactly the argument list that was asked for. */
final class Launcher {
  private Launcher() {}

  static Process start(CommandLine command) {
    NativeEncoding.requireExact(command);
    try {
      return CommandLauncherFactory.createVMLauncher()
          .exec(new Verbatim(command), command.environment(), command.workingDirectory());
    } catch (IOException e) {
      throw new CommandNotStartedException(command, StartFailure.reason(command, e), e);
    }
  }

  /**
   * Commons Exec 1.6.0 trims every argument and turns each {@code \} of the program's path into
   * {@code /}. What its launcher starts is what this method answers.
   */
  private static final class Verbatim extends org.apache.commons.exec.CommandLine {
    private final List<String> argv;

    Verbatim(CommandLine command) {
      super(command.executable());
      this.argv = command.argv();
    }

    @Override
    public String[] toStrings() {
      return argv.toArray(String[]::new);
    }
  }
}
