package io.github.kextmanager.journal;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A kext as it was asked for.
 *
 * @param identifier the kext
 * @param version the version that was asked for, if a bundle told it
 * @param builds the UUIDs of its executable, one for each architecture, if a bundle told them
 * @param bundle the bundle, if one was named, as seen on the Mac
 */
public record AskedKext(
    BundleIdentifier identifier,
    Optional<ReportedVersion> version,
    Set<UUID> builds,
    Optional<Path> bundle) {
  /** Takes an unmodifiable copy of the set. */
  public AskedKext {
    builds = Set.copyOf(builds);
  }

  /**
   * A kext of which only the identifier was told.
   *
   * @param identifier the kext
   * @return the kext, in any version
   */
  public static AskedKext of(BundleIdentifier identifier) {
    return new AskedKext(identifier, Optional.empty(), Set.of(), Optional.empty());
  }

  /**
   * Whether what is loaded under its identifier is what was asked for, by version and by build, as
   * far as both are known.
   *
   * @param loaded what is loaded
   * @param grammar how versions are compared
   * @return false if the version or the build is another one
   */
  public boolean isThatOf(LoadedKext loaded, VersionGrammar grammar) {
    boolean sameVersion =
        version.map(wanted -> loaded.version().isThatOf(wanted, grammar)).orElse(true);
    boolean sameBuild = builds.isEmpty() || loaded.uuid().map(builds::contains).orElse(true);
    return sameVersion && sameBuild;
  }

  /**
   * Whether another request can have meant the same copy of the kext: the same version and build,
   * as far as both are known.
   *
   * @param other the other request
   * @return false if it meant another kext, another version or another build
   */
  public boolean mayBe(AskedKext other) {
    boolean sameVersion =
        version.isEmpty() || other.version.isEmpty() || version.equals(other.version);
    boolean sameBuild =
        builds.isEmpty() || other.builds.isEmpty() || !Collections.disjoint(builds, other.builds);
    return identifier.equals(other.identifier) && sameVersion && sameBuild;
  }
}
