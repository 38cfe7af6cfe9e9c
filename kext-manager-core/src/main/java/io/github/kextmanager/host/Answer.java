package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.util.Optional;

/** What a question to a program of the Mac came to. */
final class Answer {
  private Answer() {}

  /** Runs a program to its end, whatever its exit status. */
  static HostFact<CommandResult> anyOf(CommandRunner runner, CommandLine command) {
    String asked = String.join(" ", command.argv());
    try {
      CommandResult result = runner.run(command);
      if (result.termination() instanceof Termination.TimedOut timedOut) {
        return new NotKnown<>(
            "It gave no answer within %d ms.".formatted(timedOut.limit().toMillis()), asked);
      }
      if (result.termination() instanceof Termination.Signalled signalled) {
        return new NotKnown<>("It was ended by signal %d.".formatted(signalled.signal()), asked);
      }
      return result.stdout().truncated()
          ? new NotKnown<>("Its answer was cut.", asked)
          : new Known<>(result, asked);
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException failed) {
      return new NotKnown<>("It could not be asked: " + failed.getMessage(), asked);
    }
  }

  /** The standard output of a program that ended well. */
  static HostFact<String> textOf(CommandRunner runner, CommandLine command) {
    HostFact<CommandResult> any = anyOf(runner, command);
    if (any instanceof Known<CommandResult> known && !known.fact().termination().isSuccess()) {
      return new NotKnown<>("It failed: " + said(known.fact()), any.asked());
    }
    return any.read(result -> Optional.of(result.stdout().text()), "It gave no answer.");
  }

  /** What a program said, in one line, standard error first. */
  static String said(CommandResult result) {
    String all = (result.stderr().text() + "\n" + result.stdout().text()).strip();
    String line = all.lines().findFirst().orElse("nothing was said");
    return line.length() > 200 ? line.substring(0, 200) + "..." : line;
  }
}
