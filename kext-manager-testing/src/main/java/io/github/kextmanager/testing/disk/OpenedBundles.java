package io.github.kextmanager.testing.disk;

import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The kexts that were opened on a disk since one of its files changed last: they need not be read
 * again. Nothing is kept of a disk whose files others can change.
 */
final class OpenedBundles {
  private final Map<Path, KextOnDisk> byPlace = new HashMap<>();
  private OptionalLong revision = OptionalLong.empty();

  Optional<KextOnDisk> find(
      Path place, String shownAs, MacOsVersion release, OptionalLong current) {
    if (current.isEmpty() || !current.equals(revision)) {
      byPlace.clear();
      revision = current;
      return Optional.empty();
    }
    return Optional.ofNullable(byPlace.get(place))
        .filter(kext -> kext.shownAs().equals(shownAs) && kext.release().equals(release));
  }

  void keep(KextOnDisk kext) {
    if (revision.isPresent()) {
      byPlace.put(kext.path(), kext);
    }
  }
}
