package io.github.kextmanager.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two snapshots.
 *
 * <p>A kext that was unloaded and loaded again between the two is {@linkplain #reloaded reloaded}:
 * it has another load tag, version or UUID. References and sizes are not compared.
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
    Map<BundleIdentifier, LoadedKext> before = new HashMap<>();
    earlier.kexts().forEach(kext -> before.putIfAbsent(kext.identifier(), kext));
    List<LoadedKext> appeared = new ArrayList<>();
    List<Reload> reloaded = new ArrayList<>();
    for (LoadedKext kext : later.kexts()) {
      LoadedKext same = before.remove(kext.identifier());
      if (same == null) {
        appeared.add(kext);
      } else if (!isSameLoad(same, kext)) {
        reloaded.add(new Reload(same, kext));
      }
    }
    List<LoadedKext> disappeared =
        earlier.kexts().stream()
            .filter(kext -> kext.equals(before.get(kext.identifier())))
            .toList();
    return new SnapshotDifference(appeared, disappeared, reloaded);
  }

  private static boolean isSameLoad(LoadedKext before, LoadedKext after) {
    return before.tag().equals(after.tag())
        && before.version().equals(after.version())
        && before.uuid().equals(after.uuid());
  }
}
