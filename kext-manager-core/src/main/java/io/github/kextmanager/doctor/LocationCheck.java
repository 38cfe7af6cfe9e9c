package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.List;

/** Whether a kext lies where macOS takes kexts from. */
final class LocationCheck implements Examination {
  private static final MacOsVersion BIG_SUR_UPDATE = new MacOsVersion(11, 1, 0);

  /** What kmutil of 11.0 printed: "Invalid directory for ... Should appear in one of". */
  private static final List<Path> OF_BIG_SUR =
      List.of(
          Path.of("/System/Library/Extensions"),
          Path.of("/Library/Apple/System/Library/Extensions"),
          Path.of("/Library/Extensions"),
          Path.of("/Library/StagedExtensions"),
          Path.of("/private/var/db/KernelExtensionManagement/Staging"));

  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    Path path = kext.path();
    Ground ground = Ground.of(path.toString(), "the place of the bundle");
    boolean searched =
        ExtensionFolders.of(mac.target().release()).stream().anyMatch(path::startsWith);
    if (searched) {
      return Check.passed(Topic.LOCATION, "macOS looks for kexts there.", ground);
    }
    if (mac.hasCollections() && !mac.isAtLeast(BIG_SUR_UPDATE) && !isOfBigSur(path)) {
      return Check.failed(
          Topic.LOCATION,
          Reason.INVALID_LOCATION,
          "macOS 11.0 takes kexts from five folders alone, and this is none of them.",
          List.of(ground));
    }
    return Check.warned(
        Topic.LOCATION,
        "macOS does not look there by itself: the kext must be named by its path, and must stay"
            + " there.",
        List.of(ground));
  }

  private static boolean isOfBigSur(Path path) {
    return OF_BIG_SUR.stream().anyMatch(path::startsWith);
  }
}
