package io.github.kextmanager.operation;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEntry;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.journal.JournalEvent.Settled;
import io.github.kextmanager.journal.Settlement;
import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what is owed stands.
 *
 * <p>For one look on one thread.
 */
final class Debts {
  private static final MacOsVersion HIGH_SIERRA = MacOsVersion.parse("10.13");

  private final Mac mac;
  private final Standings standings;
  private @Nullable HostFact<KextPolicy> policy;

  Debts(Mac mac, Standings standings) {
    this.mac = mac;
    this.standings = standings;
  }

  OwedKext judge(JournalEntry entry) {
    Owed owed = (Owed) entry.event();
    AskedKext kext = owed.kext();
    boolean isApproved =
        owed.debt() == Debt.APPROVAL
            && !standings.isDone(kext, owed.aim())
            && isApproved(kext.identifier());
    return new OwedKext(
        kext.identifier(),
        owed.aim() == Aim.LOADED ? Goal.LOADED : Goal.ABSENT,
        kext.version(),
        owed.debt() == Debt.RESTART || (isApproved && needsRestart())
            ? Deferral.RESTART
            : Deferral.APPROVAL,
        entry.at(),
        entry.author(),
        standings.snapshot().find(kext.identifier()),
        standing(entry, owed, isApproved));
  }

  private Standing standing(JournalEntry entry, Owed owed, boolean isApproved) {
    AskedKext kext = owed.kext();
    if (standings.isDone(kext, owed.aim())) {
      return Standing.DONE;
    }
    boolean wasRestarted = standings.isAfter(entry);
    if (owed.aim() == Aim.LOADED
        && !mayLieInCollection(owed, wasRestarted)
        && standings.isGone(kext)) {
      return Standing.NOT_ON_DISK;
    }
    if (owed.debt() == Debt.RESTART) {
      return wasRestarted ? standings.afterRestart(kext, owed.aim()) : Standing.STILL_OWED;
    }
    if (!isApproved) {
      return Standing.STILL_OWED;
    }
    if (!needsRestart()) {
      return Standing.TRY_AGAIN;
    }
    // Nobody tells whether the approval came before the restart: without a collection, it did not.
    return wasRestarted && standings.afterRestart(kext, owed.aim()) == Standing.TRY_AGAIN
        ? Standing.TRY_AGAIN
        : Standing.STILL_OWED;
  }

  /**
   * Whether macOS has taken the kext into the collection of its next start, from which it comes
   * whatever becomes of its bundle, unless the collection is built anew before. From macOS 11 on no
   * tool tells that, so that until the restart nothing is known to be lost.
   */
  private boolean mayLieInCollection(Owed owed, boolean wasRestarted) {
    return owed.debt() == Debt.RESTART
        && !wasRestarted
        && standings.release().isAtLeast(MacOsVersion.BIG_SUR);
  }

  /** What follows an approval: nothing up to 10.15, but for a Mac in safe mode. */
  private boolean needsRestart() {
    return standings.release().isAtLeast(MacOsVersion.BIG_SUR) || standings.isSafeBoot();
  }

  private boolean isApproved(BundleIdentifier kext) {
    if (!standings.release().isAtLeast(HIGH_SIERRA)) {
      return true;
    }
    if (policy == null) {
      policy =
          new HostProbe(
                  mac.runner(),
                  mac.root(),
                  mac.host().privilege(mac.commands()),
                  mac.deadlines().look())
              .policy();
    }
    return policy.value().filter(known -> known.allows(kext)).isPresent();
  }

  /** What is told once. */
  static Optional<Settled> settlement(OwedKext owed) {
    return switch (owed.standing()) {
      case DONE -> Optional.of(new Settled(owed.identifier(), Settlement.DONE));
      case DID_NOT_TAKE, NOT_ON_DISK ->
          Optional.of(new Settled(owed.identifier(), Settlement.DID_NOT_TAKE));
      case STILL_OWED, TRY_AGAIN -> Optional.empty();
    };
  }
}
