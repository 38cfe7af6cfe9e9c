package io.github.kextmanager.command;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * What became of a command's processes when they were to be stopped.
 *
 * @param outcome how it went
 * @param survivors the process ids that were seen alive at the end, ascending; empty unless the
 *     outcome is {@link Outcome#SURVIVED}
 */
public record KillReport(Outcome outcome, List<Long> survivors) {
  /** How the stopping of a process tree went. */
  public enum Outcome {
    /** There was nothing to stop: the command had not been started. */
    NOT_STARTED,
    /** Every process ended on its own or after the polite signal (SIGTERM). */
    TERMINATED,
    /** At least one process had to be killed (SIGKILL); none is left. */
    KILLED,
    /**
     * At least one process lives on. A JVM that is not root cannot signal what sudo started (nor
     * sudo itself up to 1.8.22; later ones pass on a SIGTERM, but cannot pass on a SIGKILL), and a
     * process in an uninterruptible system call cannot be killed by anybody.
     */
    SURVIVED
  }

  /**
   * Takes an unmodifiable, sorted copy of the list.
   *
   * @throws IllegalArgumentException if there are survivors and the outcome says otherwise, or the
   *     reverse
   */
  public KillReport {
    survivors = survivors.stream().sorted().toList();
    if (survivors.isEmpty() == (outcome == Outcome.SURVIVED)) {
      throw new IllegalArgumentException(
          "The outcome %s does not go with the survivors %s.".formatted(outcome, survivors));
    }
  }

  /**
   * The report as a clause, for a message.
   *
   * @return a clause with a full stop
   */
  public String sentence() {
    return switch (outcome) {
      case NOT_STARTED -> "it had not been started.";
      case TERMINATED -> "all its processes ended when asked to.";
      case KILLED -> "its processes were killed.";
      case SURVIVED -> "it could not be stopped and lives on (process id %s).".formatted(ids());
    };
  }

  private String ids() {
    return survivors.stream().map(String::valueOf).collect(joining(", "));
  }
}
