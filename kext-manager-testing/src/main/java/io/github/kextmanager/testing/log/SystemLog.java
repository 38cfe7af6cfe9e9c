package io.github.kextmanager.testing.log;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the kernel and the daemons have said, in order, over all restarts: log(1), dmesg(8) and
 * {@code system.log} show parts of it. The oldest entries go when there are many.
 *
 * <p>Not safe for use by multiple threads.
 */
public final class SystemLog {
  private static final int CAPACITY = 1000;

  private final InstantSource clock;
  private final Consumer<LogEntry> file;
  private final Deque<LogEntry> entries = new ArrayDeque<>();
  private UUID bootSession = new UUID(0, 0);

  /**
   * A log in which nothing stands.
   *
   * @param clock the time of the Mac
   * @param file takes each entry as it is written, for the file in which people read it
   */
  public SystemLog(InstantSource clock, Consumer<LogEntry> file) {
    this.clock = clock;
    this.file = file;
  }

  /**
   * Says which boot session later entries belong to.
   *
   * @param session the boot session
   */
  public void beginSession(UUID session) {
    bootSession = session;
  }

  /**
   * Writes an entry.
   *
   * @param source who speaks
   * @param type how important it is
   * @param text the message
   */
  public void write(LogSource source, EntryType type, String text) {
    var entry = new LogEntry(clock.instant(), bootSession, source, type, text);
    add(entry);
    file.accept(entry);
  }

  /**
   * Puts entries back that another log has held.
   *
   * @param earlier the entries, the oldest first
   */
  public void restore(Collection<LogEntry> earlier) {
    earlier.forEach(this::add);
  }

  private void add(LogEntry entry) {
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /**
   * Everything that stands in it.
   *
   * @return the entries, the oldest first
   */
  public List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Takes the messages of a daemon or of the kernel and writes what a filter lets through. What the
   * kernel sends back to a daemon is not written again: the kernel has written it itself.
   *
   * @param source who speaks
   * @param filter what of it gets into the log
   * @return the sink
   */
  public LogSink sink(LogSource source, LogFilter filter) {
    return new LogSink() {
      @Override
      public void log(LogMessage message) {
        if (filter.passes(message)) {
          boolean failure = message.level() == LogLevel.ERROR;
          write(source, failure ? EntryType.ERROR : EntryType.DEFAULT, message.text());
        }
      }

      @Override
      public void fromKernel(LogMessage message) {}
    };
  }
}
