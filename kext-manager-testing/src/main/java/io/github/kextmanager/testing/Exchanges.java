package io.github.kextmanager.testing;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** What was asked and answered, as people read it; of a long run only the end. */
final class Exchanges {
  private static final int KEPT = 100;
  private static final int LINES = 60;

  private final Deque<String> latest = new ArrayDeque<>();
  private int count;

  void answered(CommandResult result) {
    add(
        "%s\n%s%s    %s\n"
            .formatted(
                words(result.command()),
                lines("out", result.stdout()),
                lines("err", result.stderr()),
                ending(result.termination())));
  }

  void notStarted(CommandLine command, String reason) {
    add("%s\n    not started: %s\n".formatted(words(command), reason));
  }

  private void add(String exchange) {
    count++;
    latest.add("%4d. %s".formatted(count, exchange));
    if (latest.size() > KEPT) {
      latest.remove();
    }
  }

  @Override
  public String toString() {
    if (count == 0) {
      return "No command was run.\n";
    }
    String before =
        count > KEPT ? "The first %d commands are left out.\n".formatted(count - KEPT) : "";
    return before + String.join("", latest);
  }

  private static String words(CommandLine command) {
    return command.argv().stream().map(Exchanges::word).collect(Collectors.joining(" "));
  }

  private static String word(String argument) {
    return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument + "'";
  }

  private static String lines(String stream, CapturedOutput output) {
    var text = new StringBuilder();
    output.lines().stream()
        .limit(LINES)
        .forEach(line -> text.append("    ").append(stream).append("| ").append(line).append('\n'));
    int more = output.lines().size() - LINES;
    if (more > 0) {
      text.append("    %s| ... %d more lines\n".formatted(stream, more));
    }
    if (output.truncated()) {
      text.append("    %s| (cut)\n".formatted(stream));
    }
    return text.toString();
  }

  private static String ending(Termination termination) {
    if (termination instanceof Termination.Exited exited) {
      return "exit " + exited.status();
    }
    return termination instanceof Termination.Signalled signalled
        ? "killed by signal " + signalled.signal()
        : "timed out";
  }
}
