package io.github.kextmanager.testing.disk;

import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The kexts that were opened on a disk since one of its files changed last: they need not be read
 * again. Nothing is kept of a disk whose files others can change.
 */
final class OpenedBundles {
  private final Map<Path, KextOnDisk> byPlace = new HashMap<>();
  private final Map<Scan, List<KextOnDisk>> scans = new HashMap<>();
  private OptionalLong revision = OptionalLong.empty();

  /** A folder, looked through by the rules of a release. */
  private record Scan(Path folder, MacOsVersion release) {}

  Optional<KextOnDisk> find(
      Path place, String shownAs, MacOsVersion release, OptionalLong current) {
    if (!isCurrent(current)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byPlace.get(place))
        .filter(kext -> kext.shownAs().equals(shownAs) && kext.release().equals(release));
  }

  /** Everything in a folder, if all of it could be opened in silence. */
  Optional<List<KextOnDisk>> scanned(Path folder, MacOsVersion release, OptionalLong current) {
    return isCurrent(current)
        ? Optional.ofNullable(scans.get(new Scan(folder, release)))
        : Optional.empty();
  }

  void keepScan(Path folder, MacOsVersion release, List<KextOnDisk> kexts) {
    if (revision.isPresent()) {
      scans.put(new Scan(folder, release), List.copyOf(kexts));
    }
  }

  private boolean isCurrent(OptionalLong current) {
    if (current.isPresent() && current.equals(revision)) {
      return true;
    }
    byPlace.clear();
    scans.clear();
    revision = current;
    return false;
  }

  void keep(KextOnDisk kext) {
    if (revision.isPresent()) {
      byPlace.put(kext.path(), kext);
    }
  }
}
