package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.VersionGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about kexts that were to be loaded.
 *
 * @param wanted the kexts
 * @param outcomes their outcomes, in the same order
 * @param grammar how versions are compared
 */
record LoadFindings(List<AskedKext> wanted, List<LoadOutcome> outcomes, VersionGrammar grammar)
    implements Findings {
  @Override
  public List<JournalEvent> events(Open open) {
    List<JournalEvent> events = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      event(wanted.get(i), outcomes.get(i), open).ifPresent(events::add);
    }
    return events;
  }

  private Optional<JournalEvent> event(AskedKext kext, LoadOutcome outcome, Open open) {
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      Debt debt = deferred.until() == Deferral.APPROVAL ? Debt.APPROVAL : Debt.RESTART;
      return Optional.of(new Owed(kext, Aim.LOADED, debt));
    }
    return settlement(outcome)
        .filter(how -> open.holds(kext.identifier()))
        .filter(
            how ->
                open.debt(kext.identifier()).map(debt -> isAbout(debt, kext, outcome)).orElse(true))
        .map(how -> new Settled(kext.identifier(), how));
  }

  /**
   * Whether an outcome says how something that is owed came out. A newer version that waits for a
   * restart is owed still, whatever becomes of the one that runs.
   */
  private boolean isAbout(Owed debt, AskedKext kext, LoadOutcome outcome) {
    if (debt.aim() == Aim.ABSENT) {
      return true;
    }
    return loaded(outcome)
        .map(loaded -> debt.kext().isThatOf(loaded, grammar))
        .orElseGet(() -> debt.kext().mayBe(kext));
  }

  private static Optional<LoadedKext> loaded(LoadOutcome outcome) {
    if (outcome instanceof LoadOutcome.Loaded loaded) {
      return Optional.of(loaded.kext());
    }
    return outcome instanceof LoadOutcome.AlreadyLoaded loaded
        ? Optional.of(loaded.kext())
        : Optional.empty();
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
