package io.github.kextmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers commands in order, and remembers what was asked. */
final class ToolScript implements CommandRunner {
  private final Deque<Function<CommandLine, CommandResult>> answers = new ArrayDeque<>();
  private final List<CommandLine> asked = new ArrayList<>();

  /** The next look shows these rows. */
  ToolScript shows(String... rows) {
    String header =
        "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\n";
    String table = Arrays.stream(rows).map(row -> row + "\n").collect(Collectors.joining());
    return answers(new Termination.Exited(0), header + table, "");
  }

  /** The next command succeeds with this on standard output. */
  ToolScript answers(String stdout) {
    return answers(new Termination.Exited(0), stdout, "");
  }

  /** The next command says nothing and succeeds. */
  ToolScript succeeds() {
    return fails(0, "");
  }

  /** The next command ends with a status and some lines on standard error. */
  ToolScript fails(int status, String stderr) {
    return answers(new Termination.Exited(status), "", stderr);
  }

  /** The next command runs into its deadline. */
  ToolScript hangs() {
    return then(
        command ->
            result(
                command,
                new Termination.TimedOut(
                    command.timeout(), new KillReport(KillReport.Outcome.KILLED, List.of())),
                "",
                ""));
  }

  /** The next command is ended by a signal. */
  ToolScript dies(int signal) {
    return answers(new Termination.Signalled(signal), "", "");
  }

  ToolScript then(Function<CommandLine, CommandResult> answer) {
    answers.add(answer);
    return this;
  }

  /** A row as kextstat prints it. */
  static String row(int tag, int references, String identifier, String version, String links) {
    return "%5d %4d %-18s %-10s %-10s %s (%s)%s"
        .formatted(
            tag, references, "0xffffff7f80a00000", "0x4000", "0x4000", identifier, version, links);
  }

  List<List<String>> asked() {
    assertThat(answers).as("answers that nobody asked for").isEmpty();
    return asked.stream().map(CommandLine::argv).toList();
  }

  List<Duration> deadlines() {
    return asked.stream().map(CommandLine::timeout).toList();
  }

  @Override
  public synchronized CommandResult run(CommandLine command) {
    asked.add(command);
    assertThat(answers).as("an answer for %s", command.argv()).isNotEmpty();
    return answers.remove().apply(command);
  }

  private ToolScript answers(Termination termination, String stdout, String stderr) {
    return then(command -> result(command, termination, stdout, stderr));
  }

  private static CommandResult result(
      CommandLine command, Termination termination, String stdout, String stderr) {
    return new CommandResult(
        command,
        termination,
        CapturedOutput.of(stdout),
        CapturedOutput.of(stderr),
        Duration.ofMillis(5));
  }
}
