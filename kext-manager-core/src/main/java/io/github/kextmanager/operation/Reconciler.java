package io.github.kextmanager.operation;

import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.Remembered;
import java.util.ArrayList;
import java.util.List;

/** Compares what is remembered with what one look shows. */
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
   * Reads the journal, looks, and notes what is not owed any more: all of it at the end, so that
   * nothing is forgotten that was not told.
   *
   * @return what is remembered
   */
  public Remembered reconcile() {
    JournalReading journal = mac.memory().read();
    List<OwedKext> owed = new ArrayList<>();
    List<InterruptedChange> interrupted = new ArrayList<>();
    if (!journal.owed().isEmpty() || !journal.unfinished().isEmpty()) {
      Standings standings = standings();
      List<JournalEvent> settled = new ArrayList<>();
      var debts = new Debts(mac, standings);
      for (JournalEntry entry : journal.owed()) {
        OwedKext kext = debts.judge(entry);
        owed.add(kext);
        Debts.settlement(kext).ifPresent(settled::add);
      }
      var changes = new CutChanges(standings);
      journal.unfinished().forEach(change -> changes.judge(change, interrupted, settled));
      mac.memory().write(settled);
    }
    return new Remembered(
        owed,
        interrupted,
        journal.damaged().stream()
            .map(damage -> "line %d: %s".formatted(damage.line(), damage.problem()))
            .toList());
  }

  private Standings standings() {
    Looker looker = new Looker(mac);
    return new Standings(mac.root(), looker.release(), mac.memory().boot(), looker.snapshot());
  }
}
