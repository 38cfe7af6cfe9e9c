package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent.Begun;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.VersionGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares what was owed with what one look shows. */
public final class Reconciler {
  private final Mac mac;

  /**
   * Creates a reconciler.
   *
   * @param mac whose journal it reads
   */
  public Reconciler(Mac mac) {
    this.mac = mac;
  }

  /**
   * Reads the journal, looks, and notes what is not owed any more.
   *
   * @return what is remembered
   */
  public Remembered reconcile() {
    JournalReading journal = mac.memory().read();
    return new Remembered(
        journal.owed().isEmpty() ? List.of() : standings(journal.owed()),
        interrupted(journal.unfinished()),
        journal.damaged().stream()
            .map(damage -> "line %d: %s".formatted(damage.line(), damage.problem()))
            .toList());
  }

  private List<OwedKext> standings(List<JournalEntry> entries) {
    Looker looker = new Looker(mac);
    KextSnapshot snapshot = looker.snapshot();
    VersionGrammar grammar = VersionGrammar.of(looker.release());
    List<OwedKext> owed = new ArrayList<>();
    for (JournalEntry entry : entries) {
      Owed debt = (Owed) entry.event();
      Standing standing = standing(entry, debt, snapshot, grammar);
      settlement(standing).ifPresent(how -> mac.memory().write(new Settled(debt.kext(), how)));
      owed.add(
          new OwedKext(
              debt.kext(),
              debt.version(),
              debt.debt() == Debt.APPROVAL ? Deferral.APPROVAL : Deferral.RESTART,
              entry.at(),
              entry.author(),
              standing));
    }
    return owed;
  }

  private Standing standing(
      JournalEntry entry, Owed owed, KextSnapshot snapshot, VersionGrammar grammar) {
    Optional<LoadedKext> loaded = snapshot.find(owed.kext());
    boolean isThere =
        loaded
            .filter(
                kext ->
                    owed.version()
                        .map(wanted -> kext.version().isThatOf(wanted, grammar))
                        .orElse(true))
            .isPresent();
    if (isThere) {
      return Standing.DONE;
    }
    return owed.debt() == Debt.RESTART && wasRestartedSince(entry)
        ? Standing.DID_NOT_TAKE
        : Standing.STILL_OWED;
  }

  /** False also where one of the two boot sessions is not known. */
  private boolean wasRestartedSince(JournalEntry entry) {
    Optional<UUID> now = mac.memory().session();
    return entry.bootSession().isPresent() && now.isPresent() && !entry.bootSession().equals(now);
  }

  private static Optional<Settlement> settlement(Standing standing) {
    return switch (standing) {
      case DONE -> Optional.of(Settlement.DONE);
      case DID_NOT_TAKE -> Optional.of(Settlement.DID_NOT_TAKE);
      case STILL_OWED -> Optional.empty();
    };
  }

  private List<InterruptedChange> interrupted(List<JournalEntry> unfinished) {
    List<InterruptedChange> interrupted = new ArrayList<>();
    for (JournalEntry entry : unfinished) {
      if (wasRestartedSince(entry)) {
        Begun begun = (Begun) entry.event();
        interrupted.add(
            new InterruptedChange(entry.at(), begun.what(), begun.kexts(), entry.author()));
        mac.memory().write(new Ended(begun.change()));
      }
    }
    return interrupted;
  }
}
