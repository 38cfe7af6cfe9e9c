package io.github.kextmanager.operation;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.Journal;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.JournalException;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of changes beyond a crash or a restart.
 *
 * <p>Before a change it must be possible to write, or the change is not made. Afterwards a journal
 * that cannot be written hides no outcome: it is logged.
 *
 * <p>Thread-safe.
 */
public final class Memory {
  private static final System.Logger LOGGER = System.getLogger(Memory.class.getName());

  private final Optional<Journal> journal;
  private final String author;
  private final InstantSource clock;
  private final HostProbe host;
  private @Nullable HostFact<UUID> session;

  /**
   * A memory.
   *
   * @param journal where it is kept; nothing is remembered without one
   * @param author who asks, in the words of the program
   * @param clock dates what is written
   * @param host tells the boot session, when it is first needed
   */
  public Memory(Optional<Journal> journal, String author, InstantSource clock, HostProbe host) {
    this.journal = journal;
    this.author = author;
    this.clock = clock;
    this.host = host;
  }

  /**
   * Notes that a change begins.
   *
   * @throws JournalException if that cannot be written
   */
  UUID begin(String what, List<BundleIdentifier> kexts) {
    UUID change = UUID.randomUUID();
    journal.ifPresent(kept -> kept.append(entry(new Begun(change, what, kexts))));
    return change;
  }

  void end(UUID change) {
    write(new Ended(change));
  }

  void noteLoads(List<LoadOutcome> outcomes, List<WantedKext> wanted) {
    if (journal.isPresent()) {
      for (int i = 0; i < outcomes.size(); i++) {
        note(outcomes.get(i), wanted.get(i));
      }
    }
  }

  private void note(LoadOutcome outcome, WantedKext wanted) {
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      Debt debt = deferred.until() == Deferral.APPROVAL ? Debt.APPROVAL : Debt.RESTART;
      write(
          new Owed(
              wanted.identifier(),
              wanted.version(),
              wanted.bundle().map(bundle -> bundle.path()),
              debt));
    } else if (outcome.isLoaded()) {
      settle(wanted.identifier(), Settlement.DONE);
    }
  }

  void noteUnloads(List<UnloadOutcome> outcomes) {
    if (journal.isPresent()) {
      outcomes.stream()
          .filter(UnloadOutcome::isAbsent)
          .forEach(outcome -> settle(outcome.identifier(), Settlement.WITHDRAWN));
    }
  }

  private void settle(BundleIdentifier kext, Settlement how) {
    if (owed(kext).isPresent()) {
      write(new Settled(kext, how));
    }
  }

  /** The entry that says what is owed for a kext. */
  Optional<JournalEntry> owed(BundleIdentifier kext) {
    return journal.stream()
        .flatMap(kept -> kept.read().owed().stream())
        .filter(entry -> entry.event() instanceof Owed owed && owed.kext().equals(kext))
        .findFirst();
  }

  JournalReading read() {
    return journal.map(Journal::read).orElse(new JournalReading(List.of(), List.of()));
  }

  /** Writes an entry; that it cannot be written is logged. */
  void write(JournalEvent event) {
    try {
      journal.ifPresent(kept -> kept.append(entry(event)));
    } catch (JournalException failed) {
      LOGGER.log(System.Logger.Level.WARNING, "Not remembered: " + event, failed);
    }
  }

  private JournalEntry entry(JournalEvent event) {
    return new JournalEntry(clock.instant(), session(), author, event);
  }

  /** This start of the Mac, asked for once: it ends with this process. */
  synchronized Optional<UUID> session() {
    if (session == null) {
      session = host.bootSession();
    }
    return session.value();
  }
}
