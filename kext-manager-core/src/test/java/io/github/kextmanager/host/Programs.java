package io.github.kextmanager.host;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Programs that answer what a test says, by the beginning of their command lines. */
final class Programs implements CommandRunner {
  private final Map<String, Function<CommandLine, CommandResult>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  Programs answer(String command, String stdout) {
    return answer(command, 0, stdout, "");
  }

  Programs answer(String command, int status, String stdout, String stderr) {
    answers.put(
        command,
        line ->
            result(
                line,
                new Termination.Exited(status),
                CapturedOutput.of(stdout),
                CapturedOutput.of(stderr)));
    return this;
  }

  Programs hang(String command) {
    answers.put(
        command,
        line ->
            result(
                line,
                new Termination.TimedOut(
                    line.timeout(), new KillReport(KillReport.Outcome.KILLED, List.of())),
                CapturedOutput.EMPTY,
                CapturedOutput.EMPTY));
    return this;
  }

  private static CommandResult result(
      CommandLine line, Termination end, CapturedOutput stdout, CapturedOutput stderr) {
    return new CommandResult(line, end, stdout, stderr, Duration.ofMillis(1));
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public CommandResult run(CommandLine command) {
    String words = String.join(" ", command.argv());
    asked.add(words);
    return answers.entrySet().stream()
        .filter(answer -> words.startsWith(answer.getKey()))
        .findFirst()
        .orElseThrow(() -> new CommandNotStartedException(command, "No such file or directory"))
        .getValue()
        .apply(command);
  }
}
