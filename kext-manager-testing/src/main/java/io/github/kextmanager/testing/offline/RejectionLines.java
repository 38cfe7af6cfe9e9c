package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;

/**
 * What the authentication of 10.13 and later says of a kext (kext_tools, security.c). The kext is
 * shown as an object in memory, whose address is always the same here.
 *
 * @param release the release
 * @param log where the lines go
 */
record RejectionLines(MacOsVersion release, ToolLog log) {
  private static final String OBJECT = "<OSKext 0x7fd3a2c06b10 [0x7fff95b4af90]>";

  void rejected(String reason, RepositoryKext kext, Path place) {
    log.error("Kext rejected due to %s: %s".formatted(reason, describe(kext, place)));
  }

  void allowed(int signature, RepositoryKext kext, Path place) {
    log.error(
        "Kext with invalid signature (%d) allowed: %s".formatted(signature, describe(kext, place)));
  }

  private String describe(RepositoryKext kext, Path place) {
    return "%s { URL = \"%s\", ID = \"%s\" }"
        .formatted(OBJECT, url(kext, place), kext.identifier());
  }

  /** Of one that was found in a folder before 10.14.5, the name and the folder. */
  private String url(RepositoryKext kext, Path place) {
    Path folder = place.getParent();
    boolean isWhole = release.isAtLeast(Releases.REAL_PATHS) || !place.equals(kext.path());
    return folder == null || isWhole
        ? "file://%s/".formatted(place)
        : "%s/ -- file://%s/".formatted(place.getFileName(), folder);
  }
}
