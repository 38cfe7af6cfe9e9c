package io.github.kextmanager.command.record;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.KillReport.Outcome;
import java.util.List;
import java.util.regex.Pattern;

/** What became of processes, in a word or a few: {@code killed}, {@code survived 12 34}. */
final class KillText {
  private static final String SURVIVED = "survived ";
  private static final Pattern PROCESS_ID = Pattern.compile("-?\\d{1,18}");

  private KillText() {}

  static String of(KillReport kill) {
    return switch (kill.outcome()) {
      case NOT_STARTED -> "not-started";
      case TERMINATED -> "terminated";
      case KILLED -> "killed";
      case SURVIVED ->
          kill.survivors().stream().map(String::valueOf).collect(joining(" ", SURVIVED, ""));
    };
  }

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException if it is none, with the rule as its message
   */
  static KillReport parse(String text) {
    return switch (text) {
      case "not-started" -> new KillReport(Outcome.NOT_STARTED, List.of());
      case "terminated" -> new KillReport(Outcome.TERMINATED, List.of());
      case "killed" -> new KillReport(Outcome.KILLED, List.of());
      default -> new KillReport(Outcome.SURVIVED, survivors(text));
    };
  }

  private static List<Long> survivors(String text) {
    List<String> ids = List.of(text.substring(text.indexOf(' ') + 1).split(" ", -1));
    if (!text.startsWith(SURVIVED)
        || !ids.stream().allMatch(id -> PROCESS_ID.matcher(id).matches())) {
      throw new IllegalArgumentException(
          "processes are \"terminated\", \"killed\", \"not-started\" or \"survived\" with their ids");
    }
    return ids.stream().map(Long::valueOf).toList();
  }
}
