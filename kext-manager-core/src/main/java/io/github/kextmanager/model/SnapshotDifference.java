package io.github.kextmanager.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What changed between two snapshots.
 *
 * <p>A kext that was unloaded and loaded again between the two is {@linkplain #reloaded reloaded}:
 * it has another version, load tag or UUID. What only one of the snapshots knows, because the tool
 * printed {@code ??} or no UUID in the other, shows no difference. References and sizes are not
 * compared.
 *
 * @param appeared kexts loaded in the later snapshot only, in its order
 * @param disappeared kexts loaded in the earlier snapshot only, in its order
 * @param reloaded kexts loaded in both, but not the same load, in the order of the later snapshot
 */
public record SnapshotDifference(
    List<LoadedKext> appeared, List<LoadedKext> disappeared, List<Reload> reloaded) {

  /**
   * A kext that is loaded in both snapshots, but was loaded anew.
   *
   * @param before as it was
   * @param after as it is
   */
  public record Reload(LoadedKext before, LoadedKext after) {}

  /** Takes unmodifiable copies of the lists. */
  public SnapshotDifference {
    appeared = List.copyOf(appeared);
    disappeared = List.copyOf(disappeared);
    reloaded = List.copyOf(reloaded);
  }

  /**
   * Whether nothing changed.
   *
   * @return true if all three lists are empty
   */
  public boolean isEmpty() {
    return appeared.isEmpty() && disappeared.isEmpty() && reloaded.isEmpty();
  }

  static SnapshotDifference between(KextSnapshot earlier, KextSnapshot later) {
    List<LoadedKext> disappeared = new ArrayList<>(earlier.kexts());
    List<LoadedKext> appeared = new ArrayList<>();
    for (LoadedKext kext : later.kexts()) {
      if (take(disappeared, candidate -> isSameLoad(candidate, kext)).isEmpty()) {
        appeared.add(kext);
      }
    }
    List<Reload> reloaded = new ArrayList<>();
    for (LoadedKext kext : List.copyOf(appeared)) {
      take(disappeared, candidate -> candidate.identifier().equals(kext.identifier()))
          .ifPresent(
              before -> {
                appeared.remove(kext);
                reloaded.add(new Reload(before, kext));
              });
    }
    return new SnapshotDifference(appeared, disappeared, reloaded);
  }

  /** Removes the first that matches: rows without an identifier can be many. */
  private static Optional<LoadedKext> take(List<LoadedKext> kexts, Predicate<LoadedKext> wanted) {
    Optional<LoadedKext> found = kexts.stream().filter(wanted).findFirst();
    found.ifPresent(kexts::remove);
    return found;
  }

  private static boolean isSameLoad(LoadedKext before, LoadedKext after) {
    return before.identifier().equals(after.identifier())
        && before.version().equals(after.version())
        && mayBeSame(before.tag(), after.tag())
        && mayBeSame(before.uuid(), after.uuid());
  }

  private static <T> boolean mayBeSame(Optional<T> before, Optional<T> after) {
    return before.isEmpty() || after.isEmpty() || before.equals(after);
  }
}
