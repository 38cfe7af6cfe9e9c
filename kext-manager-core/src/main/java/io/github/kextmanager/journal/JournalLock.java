package io.github.kextmanager.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The lock of whoever writes a journal. It lies on a file beside it, since another file may take
 * the place of the journal itself, and the operating system takes it back when its process ends; of
 * a process that was stopped it does not.
 */
final class JournalLock {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  private static final Set<OpenOption> OPENING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final FileChannel channel;

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock. An interrupt from before does not count, one while it waits does.
   *
   * @param journal whose lock
   * @param file the file that is locked
   * @param patience how long to wait at most
   * @throws JournalException if somebody else holds it all that time
   * @throws InterruptedException if the thread is interrupted while somebody else holds it
   */
  static JournalLock take(Path journal, Path file, Duration patience)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    boolean interruptedBefore = Thread.interrupted();
    FileChannel channel = open(journal, file);
    try {
      Duration pause = FIRST_PAUSE;
      Holder holder = take(channel);
      while (holder != Holder.THIS_THREAD) {
        Duration left = patience.minusNanos(System.nanoTime() - begun);
        if (left.isZero() || left.isNegative()) {
          throw new JournalException(journal, refusal(patience, holder, file));
        }
        TimeUnit.NANOSECONDS.sleep(shorter(left, pause).toNanos());
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        holder = take(channel);
      }
      return new JournalLock(channel);
    } catch (ClosedByInterruptException interrupted) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException | InterruptedException | RuntimeException failed) {
      channel.close();
      throw failed;
    } finally {
      if (interruptedBefore) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Who holds a lock. */
  private enum Holder {
    THIS_THREAD,
    ANOTHER_THREAD,
    ANOTHER_PROCESS
  }

  private static FileChannel open(Path journal, Path file) throws IOException {
    boolean isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    FileChannel channel = FileChannel.open(file, OPENING, Journal.OF_OWNER);
    try {
      if (isNew) {
        Ownership.of(journal).take(file);
      }
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Never waits: whoever does so in the operating system cannot be told when to stop. */
  private static Holder take(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null ? Holder.ANOTHER_PROCESS : Holder.THIS_THREAD;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Holder.ANOTHER_THREAD;
    }
  }

  private static String refusal(Duration patience, Holder holder, Path file) {
    String who =
        holder == Holder.ANOTHER_PROCESS
            ? "another process holds the lock on %s; lsof tells which".formatted(file)
            : "another thread of this process holds the lock on %s".formatted(file);
    return "could not be written within %s: %s.".formatted(patience, who);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Closing gives the lock back. */
  void close() throws IOException {
    channel.close();
  }
}
