package io.github.kextmanager.cli.answer;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Actor;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.util.List;
import java.util.Optional;

/** Prints what helps, by who can do it. */
final class RemedyText {
  private static final String INDENT = "  ";

  private RemedyText() {}

  /** What is not marked somebody must do by hand. */
  static String delegation(Remedy remedy) {
    return remedy.delegation() == Remedy.Delegation.CAN_BE_DONE_FOR_YOU
        ? " (A program can do this for you.)"
        : "";
  }

  static void print(List<Remedy> remedies, MacOsVersion release, Console console) {
    if (remedies.isEmpty()) {
      return;
    }
    console.print(INDENT + "What helps (macOS " + release + "):");
    print(remedies, console);
  }

  /** What helps against something else that stands in the way. */
  static void printAlso(String meaning, Reason reason, List<Remedy> remedies, Console console) {
    console.print(INDENT + "Then also: %s (%s)".formatted(meaning, reason));
    print(remedies, console);
  }

  private static void print(List<Remedy> remedies, Console console) {
    Optional<Actor> last = Optional.empty();
    for (Remedy remedy : remedies) {
      Optional<Actor> actor = Optional.of(remedy.actor());
      if (!actor.equals(last)) {
        console.print(INDENT.repeat(2) + "By " + remedy.actor().words() + ":");
      }
      last = actor;
      console.print(INDENT.repeat(3) + "- " + remedy.action() + delegation(remedy));
      remedy.command().ifPresent(command -> console.print(INDENT.repeat(5) + command));
    }
    Placeholder.legend(remedies).ifPresent(legend -> console.print(INDENT.repeat(2) + legend));
  }
}
