package io.github.kextmanager.journal;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that a journal remembers. */
public sealed interface JournalEvent {
  /**
   * A kext was asked for, and something must happen first.
   *
   * @param kext the kext
   * @param version the version that was asked for, if a bundle told it
   * @param bundle the bundle, if one was named, as seen on the Mac
   * @param debt what must happen
   */
  record Owed(
      BundleIdentifier kext, Optional<ReportedVersion> version, Optional<Path> bundle, Debt debt)
      implements JournalEvent {}

  /**
   * What was owed for a kext is not owed any more.
   *
   * @param kext the kext
   * @param how how it ended
   */
  record Settled(BundleIdentifier kext, Settlement how) implements JournalEvent {}

  /**
   * A change of the kernel begins. If the Mac goes down before {@link Ended}, these kexts are
   * suspects.
   *
   * @param change names this change
   * @param what what is being done, in a word, such as {@code load}
   * @param kexts the kexts concerned
   */
  record Begun(UUID change, String what, List<BundleIdentifier> kexts) implements JournalEvent {
    /** Takes an unmodifiable copy of the list. */
    public Begun {
      kexts = List.copyOf(kexts);
    }
  }

  /**
   * A change came to its end, whatever it was.
   *
   * @param change the change
   */
  record Ended(UUID change) implements JournalEvent {}
}
