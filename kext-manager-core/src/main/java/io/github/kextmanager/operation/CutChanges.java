package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Ended;
import io.github.kextmanager.journal.UnfinishedChange;
import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Cause;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import java.util.List;
import java.util.Optional;

/**
 * How the kexts of changes stand that were cut short.
 *
 * @param standings how kexts stand
 */
record CutChanges(Standings standings) {
  void judge(
      UnfinishedChange change, List<InterruptedChange> interrupted, List<JournalEvent> settled) {
    Optional<Cause> cause = cause(change);
    if (cause.isEmpty()) {
      return;
    }
    Aim aim = change.begun().aim();
    List<Suspect> suspects =
        change.begun().kexts().stream()
            .map(kext -> new Suspect(kext.identifier(), standing(change, kext, aim)))
            .toList();
    interrupted.add(
        new InterruptedChange(
            change.entry().at(),
            aim == Aim.LOADED ? Goal.LOADED : Goal.ABSENT,
            suspects,
            change.entry().author(),
            cause.get()));
    boolean mayStillTakeEffect =
        !standings.isAfter(change.entry())
            && suspects.stream().anyMatch(kext -> kext.standing() == Standing.STILL_OWED);
    if (!mayStillTakeEffect) {
      settled.add(new Ended(change.begun().change()));
    }
  }

  /** Empty while a living process makes the change. */
  private Optional<Cause> cause(UnfinishedChange change) {
    if (change.left().isPresent()) {
      return Optional.of(Cause.TURNED_AWAY);
    }
    if (standings.isAfter(change.entry())) {
      return Optional.of(Cause.MAC_WENT_DOWN);
    }
    return change.begun().worker().isAlive() ? Optional.empty() : Optional.of(Cause.PROCESS_ENDED);
  }

  private Standing standing(UnfinishedChange change, AskedKext kext, Aim aim) {
    if (standings.isDone(kext, aim)) {
      return Standing.DONE;
    }
    if (aim == Aim.LOADED && standings.isGone(kext)) {
      return Standing.NOT_ON_DISK;
    }
    return standings.isAfter(change.entry())
        ? standings.afterRestart(kext, aim)
        : Standing.STILL_OWED;
  }
}
