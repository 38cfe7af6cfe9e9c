package io.github.kextmanager.operation;

import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.JournalEvent;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found out about the kexts of a change. */
interface Findings {
  /** Nothing that is to be remembered. */
  Findings NOTHING_OWED = open -> List.of();

  /**
   * What of it is to be remembered.
   *
   * @param open what the journal had open
   */
  List<JournalEvent> events(Open open);

  /** Whether it was found out of every kext how the change came out. */
  default boolean areComplete() {
    return true;
  }

  /**
   * What a journal has open.
   *
   * @param owed the kexts for which something is owed
   * @param unknown the kexts of which it is not known how an earlier change came out
   */
  record Open(Map<BundleIdentifier, Owed> owed, Set<BundleIdentifier> unknown) {
    boolean holds(BundleIdentifier kext) {
      return owed.containsKey(kext) || unknown.contains(kext);
    }

    Optional<Owed> debt(BundleIdentifier kext) {
      return Optional.ofNullable(owed.get(kext));
    }

    Optional<Aim> aim(BundleIdentifier kext) {
      return debt(kext).map(Owed::aim);
    }
  }
}
