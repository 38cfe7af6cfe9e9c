package io.github.kextmanager.lifecycle;

import io.github.kextmanager.command.Termination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command that was run, for the record.
 *
 * @param startedAt when it was started, by the wall clock
 * @param argv the program and its arguments as they were run, sudo included
 * @param access as whom it ran
 * @param termination how it ended; empty if it could not be started, or if the calling thread was
 *     interrupted while it ran
 * @param truncated true if it wrote more than was kept, so that what it said may be missing from
 *     the evidence
 * @param elapsed how long it took, by a clock that does not jump
 */
public record CommandRecord(
    Instant startedAt,
    List<String> argv,
    Access access,
    Optional<Termination> termination,
    boolean truncated,
    Duration elapsed) {
  /** As whom a command ran. */
  public enum Access {
    /** As root, directly or through sudo. */
    ROOT,
    /** As whoever runs this process. */
    CALLER
  }

  /** Takes an unmodifiable copy of the list. */
  public CommandRecord {
    argv = List.copyOf(argv);
  }
}
