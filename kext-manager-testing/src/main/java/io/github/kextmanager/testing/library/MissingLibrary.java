package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.VersionNumber;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A library that is not there, or not in a version that will do.
 *
 * @param neededBy the kext that names it
 * @param identifier the library
 */
public record MissingLibrary(KextOnDisk neededBy, String identifier) {

  /** The first of all that a kext needs, itself or through what it needs. */
  static Optional<MissingLibrary> below(KextOnDisk kext, KextCatalog catalog) {
    return below(kext, catalog, new HashSet<>());
  }

  private static Optional<MissingLibrary> below(
      KextOnDisk kext, KextCatalog catalog, Set<KextOnDisk> seen) {
    if (!seen.add(kext)) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> wanted : kext.libraries().entrySet()) {
      Optional<KextOnDisk> library = compatible(kext, wanted.getKey(), wanted.getValue(), catalog);
      if (library.isEmpty()) {
        return Optional.of(new MissingLibrary(kext, wanted.getKey()));
      }
      Optional<MissingLibrary> deeper = below(library.get(), catalog, seen);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  private static Optional<KextOnDisk> compatible(
      KextOnDisk kext, String identifier, String version, KextCatalog catalog) {
    return VersionNumber.ofProperty(version, kext.release())
        .flatMap(
            wanted ->
                catalog.all(identifier).stream()
                    .filter(library -> library.isCompatibleWith(wanted))
                    .findFirst());
  }
}
