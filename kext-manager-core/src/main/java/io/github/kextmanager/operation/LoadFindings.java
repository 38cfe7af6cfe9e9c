package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about kexts that were to be loaded.
 *
 * @param wanted the kexts
 * @param outcomes their outcomes, in the same order
 */
record LoadFindings(List<WantedKext> wanted, List<LoadOutcome> outcomes) implements Findings {
  @Override
  public List<JournalEvent> events(Open open) {
    List<JournalEvent> events = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      event(wanted.get(i), outcomes.get(i), open).ifPresent(events::add);
    }
    return events;
  }

  private static Optional<JournalEvent> event(WantedKext kext, LoadOutcome outcome, Open open) {
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      Debt debt = deferred.until() == Deferral.APPROVAL ? Debt.APPROVAL : Debt.RESTART;
      return Optional.of(new Owed(kext.asked(), Aim.LOADED, debt));
    }
    return settlement(outcome)
        .filter(how -> open.holds(kext.identifier()))
        .map(how -> new Settled(kext.identifier(), how));
  }

  private static Optional<Settlement> settlement(LoadOutcome outcome) {
    if (outcome.isLoaded() || outcome instanceof LoadOutcome.Accepted) {
      return Optional.of(Settlement.DONE);
    }
    if (outcome instanceof LoadOutcome.Refused refused) {
      return LoadTestimony.ran(refused.reason())
          ? Optional.of(Settlement.REFUSED)
          : Optional.empty();
    }
    return outcome instanceof LoadOutcome.OtherVersionLoaded
        ? Optional.of(Settlement.REFUSED)
        : Optional.empty();
  }

  @Override
  public boolean areComplete() {
    return outcomes.stream().noneMatch(LoadOutcome.Indeterminate.class::isInstance);
  }
}
