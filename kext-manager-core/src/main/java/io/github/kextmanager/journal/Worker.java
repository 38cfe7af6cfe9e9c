package io.github.kextmanager.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The process that makes a change, so that others can tell whether it is still at work.
 *
 * @param pid its number, which another process can have later
 * @param startedAt when it was started, to the millisecond, if the operating system tells
 */
public record Worker(long pid, Optional<Instant> startedAt) {
  /** Linux counts from a start of the system that it does not always tell alike. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /**
   * This process.
   *
   * @return the worker that it is
   */
  public static Worker thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Worker(self.pid(), startOf(self));
  }

  /**
   * Whether the process is there. Of one whose start is not told, the number decides.
   *
   * @return false if it has ended
   */
  public boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame).isPresent();
  }

  private boolean isSame(ProcessHandle process) {
    Optional<Instant> start = startOf(process);
    return startedAt.isEmpty()
        || start.isEmpty()
        || Duration.between(startedAt.get(), start.get()).abs().compareTo(TOLERANCE) <= 0;
  }

  private static Optional<Instant> startOf(ProcessHandle process) {
    return process.info().startInstant().map(start -> start.truncatedTo(ChronoUnit.MILLIS));
  }
}
