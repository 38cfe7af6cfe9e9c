package io.github.kextmanager.command.exec;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a process, not for its streams: those a grandchild may hold open for ever. It looks at
 * them meanwhile only so that no pipe fills: at once again while much comes, and ever more seldom
 * while nothing does.
 */
final class ExitWait {
  private static final long AFTER_OUTPUT = MICROSECONDS.toNanos(50);
  private static final long FIRST = MILLISECONDS.toNanos(1);
  private static final long LONGEST = MILLISECONDS.toNanos(32);

  private final Process process;
  private final ProcessOutput output;

  ExitWait(Process process, ProcessOutput output) {
    this.process = process;
    this.output = output;
  }

  /** Whether the process has ended before the deadline is over. */
  boolean endsBefore(Deadline deadline) throws InterruptedException {
    long pause = FIRST;
    while (!endsWithin(Math.min(pause, deadline.nanosLeft()))) {
      if (deadline.isOver()) {
        return false;
      }
      pause = output.readAvailable() ? AFTER_OUTPUT : Math.min(2 * pause, LONGEST);
    }
    return true;
  }

  private boolean endsWithin(long nanos) throws InterruptedException {
    if (nanos >= FIRST) {
      return process.waitFor(nanos, NANOSECONDS);
    }
    // On JDK 17 waitFor knows no pause below a millisecond, in which a pipe of 64 KiB fills often.
    LockSupport.parkNanos(nanos);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return !process.isAlive();
  }
}
