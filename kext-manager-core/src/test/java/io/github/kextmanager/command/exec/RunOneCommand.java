package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A program that runs one command: {@code TIMEOUT ARGV...}, with escapes as in Java strings, so
 * that any character survives the locale. It prints how the command ended, and what it wrote.
 */
final class RunOneCommand {
  private RunOneCommand() {}

  public static void main(String[] arguments) throws IOException {
    if (Boolean.getBoolean("leave.no.directory")) {
      Files.delete(Path.of("").toAbsolutePath());
    }
    List<String> argv = Arrays.stream(arguments).skip(1).map(String::translateEscapes).toList();
    CommandLine command =
        CommandLine.of(Path.of(argv.get(0)), argv.subList(1, argv.size()))
            .withTimeout(Duration.parse(arguments[0]));
    try {
      CommandResult result = new ProcessCommandRunner().run(command);
      System.out.println(result.termination());
      System.out.print(result.stdout().text());
      System.err.print(result.stderr().text());
    } catch (CommandException e) {
      System.out.println(e.getMessage());
    }
  }
}
