package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.host.Boot;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.Journal;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalException;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of changes beyond a crash or a restart.
 *
 * <p>Before a change it must be possible to write, or the change is not made. Afterwards a journal
 * that cannot be written hides no outcome: that is a warning.
 *
 * <p>Thread-safe.
 */
public final class Memory {
  private final Optional<Journal> journal;
  private final String author;
  private final InstantSource clock;
  private final HostProbe host;
  private final Consumer<String> warnings;

  /** Whoever waits for an answer that another thread is getting can be interrupted. */
  private final Turn asking = new Turn();

  private volatile @Nullable Boot boot;

  /**
   * A memory.
   *
   * @param journal where it is kept; nothing is remembered without one
   * @param author who asks, in the words of the program
   * @param clock dates what is written
   * @param host tells the boot session, when it is first needed
   * @param warnings is told in a sentence what could not be remembered
   */
  public Memory(
      Optional<Journal> journal,
      String author,
      InstantSource clock,
      HostProbe host,
      Consumer<String> warnings) {
    this.journal = journal;
    this.author = author;
    this.clock = clock;
    this.host = host;
    this.warnings = warnings;
  }

  /** A change that has not begun yet. */
  RememberedChange change(Aim aim) {
    return new RememberedChange(this, aim);
  }

  JournalReading read() {
    return journal.map(Journal::read).orElse(new JournalReading(List.of(), List.of()));
  }

  /** What is remembered, as far as it can be read. */
  JournalReading readIfPossible() {
    try {
      return read();
    } catch (JournalException failed) {
      warnings.accept(String.valueOf(failed.getMessage()));
      return new JournalReading(List.of(), List.of());
    }
  }

  /**
   * Writes what must be there before a change is made.
   *
   * @throws JournalException if it cannot be written
   * @throws ChangeInterruptedException if the thread is interrupted while others write
   */
  void require(JournalEvent event) {
    if (journal.isEmpty()) {
      return;
    }
    try {
      journal.get().append(entries(List.of(event), session()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ChangeInterruptedException();
    }
  }

  /** Writes what is known now; that it cannot be written is a warning. */
  void write(List<JournalEvent> events) {
    write(reading -> events);
  }

  /**
   * Writes what follows from what the journal holds while nobody else can write; that it cannot be
   * written is a warning.
   */
  void write(Function<JournalReading, List<JournalEvent>> decision) {
    if (journal.isEmpty() || decision.apply(readIfPossible()).isEmpty()) {
      return;
    }
    try {
      Optional<UUID> session = sessionIfAsked();
      journal.get().append(reading -> entries(decision.apply(reading), session));
    } catch (JournalException failed) {
      warnings.accept("How a change came out could not be remembered: " + failed.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      warnings.accept(
          "How a change came out could not be remembered: another writes the journal, and this"
              + " thread was interrupted.");
    }
  }

  private List<JournalEntry> entries(List<JournalEvent> events, Optional<UUID> session) {
    return events.stream()
        .map(event -> new JournalEntry(clock.instant(), session, author, event))
        .toList();
  }

  /** A thread that is interrupted can ask nobody, and what it has to write matters more. */
  private Optional<UUID> sessionIfAsked() {
    try {
      Boot known = boot;
      return known == null ? session() : known.session().value();
    } catch (CommandInterruptedException | ChangeInterruptedException interrupted) {
      return Optional.empty();
    }
  }

  /** The boot session, if it is known. */
  Optional<UUID> session() {
    return boot().session().value();
  }

  /** This start of the Mac, asked for until it is known: it ends with this process. */
  Boot boot() {
    return asking.take(this::askedBoot);
  }

  private Boot askedBoot() {
    Boot known = boot;
    if (known == null || known.session().value().isEmpty()) {
      known = host.boot();
      boot = known;
    }
    return known;
  }
}
