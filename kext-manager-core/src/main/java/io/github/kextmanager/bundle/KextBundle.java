package io.github.kextmanager.bundle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param libraries {@code OSBundleLibraries}: the kexts it needs and the versions it asks for, in
 *     the order of their identifiers
 * @param required {@code OSBundleRequired}: when it must be there
 * @param personalities the names of its {@code IOKitPersonalities}, in order
 * @param kernelRefusal why the kernel's own parser of property lists refuses its Info.plist, with
 *     the words and the line that macOS gives; empty if it accepts it. Up to 10.15 such a kext
 *     cannot be opened at all
 */
public record KextBundle(
    Path path,
    BundleIdentifier identifier,
    ReportedVersion version,
    PerArchitecture<ReportedVersion> compatibleVersion,
    Optional<String> executable,
    PerArchitecture<BundleIdentifier> sharedExecutable,
    PerArchitecture<Map<BundleIdentifier, ReportedVersion>> libraries,
    PerArchitecture<BootRequirement> required,
    PerArchitecture<Set<String>> personalities,
    Optional<String> kernelRefusal) {

  /**
   * Its version as a release reads it from a property list.
   *
   * @param grammar the grammar of the release
   * @return the version, or empty if the text is none
   */
  public Optional<KextVersion> versionIn(VersionGrammar grammar) {
    return grammar.fromPropertyList(version.text());
  }

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
