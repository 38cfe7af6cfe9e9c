package io.github.kextmanager.journal;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kext as it was asked for.
 *
 * @param identifier the kext
 * @param version the version that was asked for, if a bundle told it
 * @param bundle the bundle, if one was named, as seen on the Mac
 */
public record AskedKext(
    BundleIdentifier identifier, Optional<ReportedVersion> version, Optional<Path> bundle) {
  /**
   * A kext of which only the identifier was told.
   *
   * @param identifier the kext
   * @return the kext, in any version
   */
  public static AskedKext of(BundleIdentifier identifier) {
    return new AskedKext(identifier, Optional.empty(), Optional.empty());
  }
}
