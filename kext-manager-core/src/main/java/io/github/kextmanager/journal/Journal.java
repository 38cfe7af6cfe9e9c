package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.journal.JournalReading.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A journal on the disk. An entry is there, whatever happens next, when {@link #append} returns;
 * one that was being written when the Mac went down is told as damaged and harms no other.
 *
 * <p>Safe for use by many threads and processes at once: whoever writes holds a lock on a file
 * beside it, which the operating system takes back when its process ends.
 */
public final class Journal {
  private static final int KEPT_WHOLE_BYTES = 1 << 20;
  private static final int MOST_BYTES = 16 << 20;
  private static final int TRIES = 1000;
  private static final long BETWEEN_TRIES_NANOS = 10_000_000;
  private static final Set<OpenOption> APPENDING =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
  private static final FileAttribute<Set<PosixFilePermission>> OF_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  private final Path file;

  /**
   * A journal.
   *
   * @param file where it lies, or will lie once something is written
   */
  public Journal(Path file) {
    this.file = file;
  }

  /**
   * Adds an entry, and returns when it is on the disk. Of a journal that has grown past 1 MiB only
   * what is owed or unfinished is kept.
   *
   * @param entry the entry
   * @throws JournalException if that is not possible
   */
  public void append(JournalEntry entry) {
    String line = JournalLine.write(entry);
    try {
      Uninterrupted.run(() -> append(line));
    } catch (IOException failed) {
      throw new JournalException(file, "written", failed);
    }
  }

  private Path append(String line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    // Not the journal itself is locked, since another file may take its place. Closing gives the
    // lock back.
    try (FileChannel lock = open(sibling(".lock"))) {
      take(lock);
      if (Files.exists(file) && Files.size(file) > KEPT_WHOLE_BYTES) {
        shorten();
      }
      try (FileChannel channel = open(file)) {
        String torn = endsInTheMiddle(channel) ? "\n" : "";
        channel.position(channel.size());
        write(channel, torn + line + "\n");
      }
    }
    return file;
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(path, APPENDING, OF_OWNER);
  }

  private Path sibling(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Either the old or the new file is there at any moment. */
  private void shorten() throws IOException {
    JournalReading reading = read();
    String kept =
        Stream.concat(reading.owed().stream(), reading.unfinished().stream())
            .sorted(Comparator.comparing(JournalEntry::at))
            .map(entry -> JournalLine.write(entry) + "\n")
            .collect(Collectors.joining());
    Path next = sibling(".next");
    Files.deleteIfExists(next);
    try (FileChannel channel = open(next)) {
      write(channel, kept);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Another thread of this process may hold the lock: the operating system does not queue that. */
  private void take(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        channel.lock();
        return;
      } catch (OverlappingFileLockException heldByThisProcess) {
        LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      }
    }
    throw new JournalException(file, "is being written by another thread that does not end.");
  }

  private static boolean endsInTheMiddle(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) != '\n';
  }

  /**
   * Reads the journal. One that was never written is empty.
   *
   * @return what it holds
   * @throws JournalException if it cannot be read, or is longer than any journal (16 MiB)
   */
  public JournalReading read() {
    List<JournalEntry> entries = new ArrayList<>();
    List<Damage> damaged = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        read(lines.get(i), i + 1, entries, damaged);
      }
    }
    return new JournalReading(entries, damaged);
  }

  private static void read(
      String line, int number, List<JournalEntry> entries, List<Damage> damaged) {
    try {
      entries.add(JournalLine.read(line));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException unreadable) {
      damaged.add(new Damage(number, String.valueOf(unreadable.getMessage())));
    }
  }

  private List<String> lines() {
    try {
      byte[] bytes = Uninterrupted.run(this::bytes);
      if (bytes.length > MOST_BYTES) {
        throw new JournalException(file, "has more than %d bytes.".formatted(MOST_BYTES));
      }
      return List.of(new String(bytes, UTF_8).split("\n", -1));
    } catch (NoSuchFileException neverWritten) {
      return List.of();
    } catch (IOException failed) {
      throw new JournalException(file, "read", failed);
    }
  }

  private byte[] bytes() throws IOException {
    try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return stream.readNBytes(MOST_BYTES + 1);
    }
  }
}
