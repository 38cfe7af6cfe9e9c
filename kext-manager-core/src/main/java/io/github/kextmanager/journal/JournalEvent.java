package io.github.kextmanager.journal;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.UUID;

/** Something that a journal remembers. */
public sealed interface JournalEvent {
  /**
   * Something was asked of a kext, and something else must happen first. What was known of the kext
   * from earlier changes does not count any more.
   *
   * @param kext the kext
   * @param aim what is wanted of it
   * @param debt what must happen
   */
  record Owed(AskedKext kext, Aim aim, Debt debt) implements JournalEvent {}

  /**
   * What was owed for a kext is not owed any more, and how earlier changes of it came out is known.
   *
   * @param kext the kext
   * @param how how it ended
   */
  record Settled(BundleIdentifier kext, Settlement how) implements JournalEvent {}

  /**
   * A change of the kernel begins. If the Mac or the process goes down before {@link Ended}, these
   * kexts are suspects.
   *
   * @param change names this change
   * @param aim what is wanted of the kexts
   * @param kexts the kexts concerned
   * @param worker who makes the change
   */
  record Begun(UUID change, Aim aim, List<AskedKext> kexts, Worker worker) implements JournalEvent {
    /** Takes an unmodifiable copy of the list. */
    public Begun {
      kexts = List.copyOf(kexts);
    }
  }

  /**
   * Whoever made a change has turned away from it without knowing how it came out for all of its
   * kexts.
   *
   * @param change the change
   */
  record Left(UUID change) implements JournalEvent {}

  /**
   * A change came to its end, and how it came out is known.
   *
   * @param change the change
   */
  record Ended(UUID change) implements JournalEvent {}
}
