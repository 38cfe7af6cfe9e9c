package io.github.kextmanager.testing.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The right to change something, held by one process and there by one thread of it. The operating
 * system takes it back when the process ends, however it ends.
 */
public final class FolderLock {
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

  private FolderLock() {}

  /**
   * Waits for the right, and does something while it has it.
   *
   * @param file the file that stands for it; made if it is not there
   * @param patience how long to wait
   * @param work what to do
   * @param <T> the type of the result
   * @return what the work returns
   * @throws StateException if somebody else holds it all the time, the thread is interrupted, or
   *     the file cannot be opened for writing
   */
  public static <T> T holding(Path file, Duration patience, Supplier<T> work) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      await(channel, file, patience);
      return work.get();
    } catch (IOException e) {
      throw new StateException("%s cannot be opened: %s".formatted(file, IoProblem.describe(e)), e);
    }
  }

  /** The system could wait for us, but for as long as it likes. */
  private static void await(FileChannel channel, Path file, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = 1;
    while (tryOnce(channel).isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new StateException(
            "%s is held by another process since more than %d s."
                .formatted(file, patience.toSeconds()));
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StateException("Interrupted while waiting for " + file + ".", e);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
    }
  }

  private static Optional<FileLock> tryOnce(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return Optional.empty();
    }
  }
}
