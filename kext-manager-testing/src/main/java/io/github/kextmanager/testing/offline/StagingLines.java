package io.github.kextmanager.testing.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * What is said when no protected copy of a kext can be made, because a copy that is not well signed
 * is deleted again (kext_tools, staging.m). The name of the copy follows from that of the kext
 * here.
 *
 * @param release the release
 * @param log where the lines go
 */
record StagingLines(MacOsVersion release, ToolLog log) {
  /** From this release on copies are made elsewhere first. */
  private static final MacOsVersion STAGING_AREA = new MacOsVersion(10, 15, 5);

  private static final Path AREA = Path.of("/private/var/db/KernelExtensionManagement/Staging");
  private static final Path COPIES = Path.of("/Library/StagedExtensions");

  void refused(RepositoryKext kext, int signature) {
    Path copy = copy(kext.path());
    String word = release.isAtLeast(Releases.CATALINA) ? "signature" : "signatured";
    log.error("Kext with invalid %s (%d) denied: %s".formatted(word, signature, copy));
    log.error("Bundle (%s) failed to validate, deleting: %s".formatted(kext.path(), copy));
    log.error("Unable to stage kext (%s) to secure location.".formatted(kext.path()));
  }

  private Path copy(Path bundle) {
    String name =
        UUID.nameUUIDFromBytes(bundle.toString().getBytes(UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT)
            + ".kext";
    return release.isAtLeast(STAGING_AREA)
        ? AREA.resolve(name)
        : COPIES.resolve(Path.of("/").relativize(bundle)).resolveSibling(name);
  }
}
