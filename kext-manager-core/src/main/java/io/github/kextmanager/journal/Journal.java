package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.journal.JournalReading.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A journal on the disk. An entry is there, whatever happens next, when {@link #append} returns;
 * one that was being written when the Mac went down is told as damaged and harms no other.
 *
 * <p>Safe for use by many threads and processes at once: whoever writes holds a lock on a file
 * beside it, which the operating system takes back when its process ends. Nobody waits for it
 * longer than a journal has patience, since a process that was stopped keeps it.
 */
public final class Journal {
  private static final int KEPT_WHOLE_BYTES = 1 << 20;
  private static final int MOST_BYTES = 16 << 20;
  private static final Set<OpenOption> READING =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** What another writes at the same time is not written over, even if a lock is lost. */
  private static final Set<OpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

  static final FileAttribute<Set<PosixFilePermission>> OF_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  private final Path file;
  private final Duration patience;

  /** Keeps the threads of this journal from meeting at the lock, which is one between processes. */
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * A journal.
   *
   * @param file where it lies, or will lie once something is written
   * @param patience how long whoever writes waits for another who writes
   */
  public Journal(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Adds entries, all of them at once, and returns when they are on the disk. Of a journal that has
   * grown past 1 MiB only what is owed or unfinished is kept, and each line that cannot be read.
   *
   * @param entries the entries
   * @throws JournalException if that is not possible, or if another thread or process writes all
   *     the time for which this journal has patience; nothing was written then
   * @throws InterruptedException if the thread is interrupted while another one writes; nothing was
   *     written then. It does not matter that it was interrupted before
   */
  public void append(List<JournalEntry> entries) throws InterruptedException {
    String lines = lines(entries);
    append(() -> lines);
  }

  /**
   * Adds entries that depend on what the journal holds when nobody else can write: as {@link
   * #append(List)} does.
   *
   * @param decision which entries to add; it may be asked twice
   * @throws JournalException if that is not possible, or the journal cannot be read
   * @throws InterruptedException if the thread is interrupted while another one writes
   */
  public void append(Function<JournalReading, List<JournalEntry>> decision)
      throws InterruptedException {
    append(() -> lines(decision.apply(read())));
  }

  private static String lines(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> JournalLine.write(entry) + "\n")
        .collect(Collectors.joining());
  }

  private void append(Supplier<String> decision) throws InterruptedException {
    boolean interruptedBefore = Thread.interrupted();
    try {
      if (!writing.tryLock(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
        throw new JournalException(
            file, "could not be written within %s: another thread writes it.".formatted(patience));
      }
      try {
        alone(decision);
      } finally {
        writing.unlock();
      }
    } catch (IOException failed) {
      throw new JournalException(file, "written", failed);
    } finally {
      if (interruptedBefore) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void alone(Supplier<String> decision) throws IOException, InterruptedException {
    Ownership.createFolder(Ownership.folderOf(file));
    JournalLock lock = JournalLock.take(file, sibling(".lock"), patience);
    try {
      Uninterrupted.run(() -> appendAlone(decision));
    } finally {
      lock.close();
    }
  }

  private Path appendAlone(Supplier<String> decision) throws IOException {
    Ownership ownership = Ownership.of(file);
    boolean isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      requireFile();
      if (Files.size(file) > KEPT_WHOLE_BYTES) {
        shorten(ownership);
      }
    }
    String lines = decision.get();
    if (lines.isEmpty()) {
      return file;
    }
    String torn = endsInTheMiddle() ? "\n" : "";
    try (FileChannel channel = open(file)) {
      write(channel, torn + lines);
    }
    if (isNew) {
      ownership.take(file);
    }
    return file;
  }

  /** Whoever opens a pipe waits for its other end. */
  private void requireFile() {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new JournalException(file, "is not a file.");
    }
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

  /**
   * Either the old or the new file is there at any moment. What is owed comes first: it ends what
   * is unfinished before it. A line that cannot be read stays as it is: another may be able to.
   */
  private void shorten(Ownership ownership) throws IOException {
    JournalReading reading = read();
    Stream<String> open =
        Stream.concat(
                reading.owed().stream(),
                reading.unfinished().stream().flatMap(UnfinishedChange::entries))
            .map(JournalLine::write);
    String kept =
        Stream.concat(reading.damaged().stream().map(Damage::text), open)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    Path next = sibling(".next");
    Files.deleteIfExists(next);
    try (FileChannel channel = open(next)) {
      write(channel, kept);
    }
    ownership.take(next);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean endsInTheMiddle() throws IOException {
    try (var channel = FileChannel.open(file, READING)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long size = channel.size();
      return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    } catch (NoSuchFileException neverWritten) {
      return false;
    }
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
    } catch (IllegalArgumentException unreadable) {
      damaged.add(new Damage(number, String.valueOf(unreadable.getMessage()), line));
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
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      requireFile();
    }
    try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return stream.readNBytes(MOST_BYTES + 1);
    }
  }
}
