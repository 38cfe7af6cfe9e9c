package io.github.kextmanager.testing.replay;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.command.record.RecordedCommand;
import io.github.kextmanager.command.record.Recording;
import java.util.List;

/** Command lines in messages. */
final class Words {
  private Words() {}

  static String place(Recording recording, RecordedCommand recorded) {
    return "%s (%s, line %d, command %d)"
        .formatted(
            line(recorded.command().argv()), recording.name(), recorded.line(), recorded.number());
  }

  static String unanswered(String place) {
    return "This was asked when the recording ended, and has no answer there:\n  " + place;
  }

  static String line(List<String> argv) {
    return argv.stream().map(Words::quoted).collect(joining(" "));
  }

  private static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().allMatch(c -> c > ' ' && c != '\'');
    return plain ? word : "'" + word + "'";
  }

  /** How many words are the same, from the first one on. */
  static int inCommon(List<String> recorded, List<String> asked) {
    int same = 0;
    while (same < recorded.size()
        && same < asked.size()
        && recorded.get(same).equals(asked.get(same))) {
      same++;
    }
    return same;
  }

  /** The first word that differs. */
  static String difference(List<String> recorded, List<String> asked) {
    int same = inCommon(recorded, asked);
    if (same == asked.size()) {
      return "What was asked ends where %s was recorded.".formatted(quoted(recorded.get(same)));
    }
    if (same == recorded.size()) {
      return "What was recorded ends where %s was asked.".formatted(quoted(asked.get(same)));
    }
    return "They differ at %s: %s was recorded, %s was asked."
        .formatted(
            same == 0 ? "the program" : "argument " + same,
            quoted(recorded.get(same)),
            quoted(asked.get(same)));
  }
}
