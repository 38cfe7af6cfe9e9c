package io.github.kextmanager.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Work on files in a thread that is interrupted. Channels close themselves then, but what came of a
 * change must be remembered all the more when somebody cancels.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /** Work on files that can be done twice. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Runs the work to its end. The thread is as interrupted afterwards as it was before. */
  static <T> T run(Work<T> work) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return work.run();
        } catch (ClosedByInterruptException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
