package io.github.kextmanager.lifecycle;

import java.time.Duration;

/**
 * How long each kind of command may take before it is stopped, and how long another program may
 * hold things up.
 *
 * @param look a look at what is loaded, or at a fact of the host
 * @param load an attempt to load; staging and checking a signature may take its time
 * @param unload an attempt to unload; services are terminated synchronously
 * @param log a look into the log of the Mac after a refusal
 * @param journal how long to wait for another process that writes the same journal
 */
public record Deadlines(
    Duration look, Duration load, Duration unload, Duration log, Duration journal) {
  /**
   * 30 seconds for a look, 3 minutes for a load, 1 minute for an unload, 20 seconds for the log, 10
   * seconds for the journal.
   */
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(1),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10));

  /**
   * Checks that all are positive.
   *
   * @throws IllegalArgumentException if one is zero or negative
   */
  public Deadlines {
    requirePositive("a look", look);
    requirePositive("a load", load);
    requirePositive("an unload", unload);
    requirePositive("a look into the log", log);
    requirePositive("a wait for the journal", journal);
  }

  /**
   * The same deadline for everything.
   *
   * @param deadline the deadline, positive
   * @return the deadlines
   */
  public static Deadlines ofEach(Duration deadline) {
    return new Deadlines(deadline, deadline, deadline, deadline, deadline);
  }

  private static void requirePositive(String what, Duration deadline) {
    if (deadline.isZero() || deadline.isNegative()) {
      throw new IllegalArgumentException(
          "The deadline of %s must be positive, not %s.".formatted(what, deadline));
    }
  }
}
