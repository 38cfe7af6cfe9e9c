package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.PackedVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kexts by identifier. Those of one identifier are in the order of their versions, the highest
 * first; of equal versions the one opened last comes first (IOKitUser, OSKext.c).
 */
final class KextIndex {
  private final Map<BundleIdentifier, List<RepositoryKext>> kexts = new LinkedHashMap<>();

  /**
   * An index.
   *
   * @param opened the kexts in the order in which they were opened
   */
  KextIndex(List<RepositoryKext> opened) {
    for (RepositoryKext kext : opened) {
      kexts.computeIfAbsent(kext.identifier(), unused -> new ArrayList<>(1)).add(kext);
    }
    for (List<RepositoryKext> copies : kexts.values()) {
      Collections.reverse(copies);
      copies.sort(
          Comparator.comparingLong((RepositoryKext kext) -> kext.version().value()).reversed());
    }
  }

  Set<BundleIdentifier> identifiers() {
    return Collections.unmodifiableSet(kexts.keySet());
  }

  /** The kexts of each identifier. */
  List<List<RepositoryKext>> groups() {
    return kexts.values().stream().map(List::copyOf).toList();
  }

  List<RepositoryKext> all(BundleIdentifier identifier) {
    return Collections.unmodifiableList(kexts.getOrDefault(identifier, List.of()));
  }

  Optional<RepositoryKext> latest(BundleIdentifier identifier) {
    return all(identifier).stream().findFirst();
  }

  Optional<RepositoryKext> compatible(BundleIdentifier identifier, PackedVersion wanted) {
    return all(identifier).stream().filter(kext -> kext.isCompatibleWith(wanted)).findFirst();
  }

  Optional<RepositoryKext> exact(BundleIdentifier identifier, PackedVersion version) {
    return all(identifier).stream().filter(kext -> kext.version().equals(version)).findFirst();
  }
}
