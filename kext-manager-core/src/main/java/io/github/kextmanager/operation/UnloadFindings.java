package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found out about kexts that were to be unloaded.
 *
 * @param outcomes their outcomes
 * @param accepted the kexts that macOS has accepted for its next start, which no unload takes back
 */
record UnloadFindings(List<UnloadOutcome> outcomes, Set<BundleIdentifier> accepted)
    implements Findings {
  @Override
  public List<JournalEvent> events(Open open) {
    return outcomes.stream().flatMap(outcome -> event(outcome, open).stream()).toList();
  }

  private Optional<JournalEvent> event(UnloadOutcome outcome, Open open) {
    BundleIdentifier kext = outcome.identifier();
    Optional<Aim> aim = open.aim(kext);
    if (outcome.isAbsent()) {
      Settlement how =
          aim.filter(Aim.LOADED::equals).isPresent() ? Settlement.WITHDRAWN : Settlement.DONE;
      return open.holds(kext) && !accepted.contains(kext)
          ? Optional.of(new Settled(kext, how))
          : Optional.empty();
    }
    if (outcome instanceof UnloadOutcome.InUse inUse && inUse.hold() == Hold.THIS_BOOT) {
      return Optional.of(new Owed(AskedKext.of(kext), Aim.ABSENT, Debt.RESTART));
    }
    // A load that was asked for before is still wanted: nothing has changed for it.
    boolean isKnownNow =
        !(outcome instanceof UnloadOutcome.Indeterminate)
            && aim.filter(Aim.LOADED::equals).isEmpty()
            && open.holds(kext);
    return isKnownNow ? Optional.of(new Settled(kext, Settlement.REFUSED)) : Optional.empty();
  }

  @Override
  public boolean areComplete() {
    return outcomes.stream().noneMatch(UnloadOutcome.Indeterminate.class::isInstance);
  }
}
