package io.github.kextmanager.operation;

import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.journal.UnfinishedChange;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
      mac.memory().write(now -> stillDue(settled, journal, now));
    }
    return new Remembered(
        owed,
        interrupted,
        journal.damaged().stream()
            .map(damage -> "line %d: %s".formatted(damage.line(), damage.problem()))
            .toList());
  }

  /** A look takes a while, in which others may have asked for the same kexts again. */
  private static List<JournalEvent> stillDue(
      List<JournalEvent> settled, JournalReading judged, JournalReading now) {
    return settled.stream()
        .filter(
            event ->
                !(event instanceof Settled settlement)
                    || concerns(settlement.kext(), judged).equals(concerns(settlement.kext(), now)))
        .toList();
  }

  private static List<JournalEntry> concerns(BundleIdentifier kext, JournalReading journal) {
    Stream<JournalEntry> owed =
        journal.owed().stream()
            .filter(entry -> ((Owed) entry.event()).kext().identifier().equals(kext));
    Stream<JournalEntry> unfinished =
        journal.unfinished().stream()
            .filter(
                change ->
                    change.begun().kexts().stream()
                        .anyMatch(asked -> asked.identifier().equals(kext)))
            .map(UnfinishedChange::entry);
    return Stream.concat(owed, unfinished).toList();
  }

  private Standings standings() {
    Looker looker = new Looker(mac);
    return new Standings(mac.root(), looker.release(), mac.memory().boot(), looker.snapshot());
  }
}
