package io.github.kextmanager.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel held at one moment: a snapshot, not a live view.
 *
 * <p>Immutable.
 *
 * @param takenAt when the tool was asked
 * @param kexts the loaded kexts in the order in which the tool printed them
 */
public record KextSnapshot(Instant takenAt, List<LoadedKext> kexts) {
  /** Takes an unmodifiable copy of the list. */
  public KextSnapshot {
    kexts = List.copyOf(kexts);
  }

  /**
   * The loaded kext of an identifier.
   *
   * @param identifier the identifier
   * @return the kext, or empty if none of that identifier is loaded. The kernel never holds two; of
   *     a text that shows two, the first counts
   */
  public Optional<LoadedKext> find(BundleIdentifier identifier) {
    return kexts.stream().filter(kext -> kext.identifier().equals(identifier)).findFirst();
  }

  /**
   * The kexts that link against one, directly.
   *
   * @param kext a kext of this snapshot
   * @return its dependents, in the order of the snapshot
   */
  public List<LoadedKext> dependentsOf(LoadedKext kext) {
    return kexts.stream().filter(other -> other.isLinkedAgainst(kext)).toList();
  }

  /**
   * What changed since an earlier snapshot.
   *
   * @param earlier the earlier one
   * @return the difference
   */
  public SnapshotDifference since(KextSnapshot earlier) {
    return SnapshotDifference.between(earlier, this);
  }
}
