package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** How a change came out, for people. */
public final class ChangeText {
  private static final String INDENT = "  ";

  private ChangeText() {}

  /** In one sentence; then why, what the tools said, and what helps. */
  static void tell(ChangeAnswer answer, MacOsVersion release, Console console) {
    console.print(answer.sentences().get(0));
    if (console.loudness() == Loudness.QUIET) {
      return;
    }
    answer.sentences().stream().skip(1).forEach(sentence -> console.print(INDENT + sentence));
    if (answer.status() != ExitStatus.DONE) {
      for (Evidence line : answer.report().verdict().evidence()) {
        console.print("%s%s: %s".formatted(INDENT, place(line), line.text().strip()));
      }
    }
    List<Reason> reasons = answer.reasons();
    reasons.stream()
        .limit(1)
        .forEach(why -> RemedyText.print(answer.remedies(why, release), release, console));
    reasons.stream()
        .skip(1)
        .forEach(
            also ->
                RemedyText.printAlso(
                    meaning(answer, also), also, answer.remedies(also, release), console));
  }

  private static String meaning(ChangeAnswer answer, Reason reason) {
    return answer.mayBeOfLibrary(reason)
        ? "Of it, or of a kext that it needs: " + reason.meaning()
        : reason.meaning();
  }

  private static String place(Evidence line) {
    String stream = line.source().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return line.line() == 0 ? stream : "%s %d".formatted(stream, line.line());
  }

  /** With each command that was run, before how it came out. */
  public static void narrate(List<ChangeAnswer> answers, Console console) {
    for (CommandRecord command : ChangeAnswer.commands(answers)) {
      console.print(INDENT + "$ " + line(command));
    }
    for (ChangeAnswer answer : answers) {
      for (Evidence line : answer.report().verdict().evidence()) {
        console.print(INDENT + "| " + line.text());
      }
      answer.sentences().forEach(sentence -> console.print(INDENT + sentence));
    }
  }

  /** A command and how it ended. */
  static String line(CommandRecord command) {
    OptionalInt exit = ChangeAnswer.exit(command);
    return "%s (%s, %d ms)"
        .formatted(
            String.join(" ", command.argv()),
            exit.isPresent() ? "status " + exit.getAsInt() : "did not end by itself",
            command.elapsed().toMillis());
  }
}
