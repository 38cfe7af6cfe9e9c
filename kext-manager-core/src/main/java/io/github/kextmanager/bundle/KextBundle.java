package io.github.kextmanager.bundle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kext on disk, as its property list describes it. Read, not judged: macOS may refuse it for many
 * reasons.
 *
 * @param path where it is, as seen on the Mac, with all symbolic links followed
 * @param identifier {@code CFBundleIdentifier}
 * @param version {@code CFBundleVersion}
 * @param compatibleVersion {@code OSBundleCompatibleVersion}: the oldest version that it can stand
 *     in for. Only a kext that declares it can be a library
 * @param executable {@code CFBundleExecutable}: the name of the file with its code
 * @param sharedExecutable {@code OSBundleSharedExecutableIdentifier}: the kext whose code it uses
 * @param libraries {@code OSBundleLibraries}
 */
public record KextBundle(
    Path path,
    BundleIdentifier identifier,
    ReportedVersion version,
    Optional<ReportedVersion> compatibleVersion,
    Optional<String> executable,
    Optional<BundleIdentifier> sharedExecutable,
    Libraries libraries) {

  /**
   * Whether it has no code. Loading such a kext hands its personalities to the I/O Kit; the kernel
   * never lists it.
   *
   * @return true if it names no executable, neither its own nor another's
   */
  public boolean isCodeless() {
    return executable.isEmpty() && sharedExecutable.isEmpty();
  }
}
