package io.github.kextmanager.testing.disk;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kext that was opened: its property list, its executable, and where it lies.
 *
 * @param path where it lies, as an absolute path of the Mac
 * @param shownAs how messages of the kext library name it
 * @param info its property list
 * @param executable its executable, if it declares one that is there
 * @param sealReading judges its signature by its bytes
 * @param script what cannot be seen from a bundle
 * @param release the release whose rules count
 */
public record KextOnDisk(
    Path path,
    String shownAs,
    InfoPlist info,
    Optional<MachO> executable,
    Supplier<CodeSeal> sealReading,
    KextScript script,
    MacOsVersion release) {
  private static final String NO_IDENTIFIER = "__unknown__";

  // What a record has of its own is linked at run time, which a short process pays for.

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof KextOnDisk kext
            && path.equals(kext.path)
            && shownAs.equals(kext.shownAs)
            && info.equals(kext.info)
            && executable.equals(kext.executable)
            && sealReading.equals(kext.sealReading)
            && script.equals(kext.script)
            && release.equals(kext.release));
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /**
   * Its bundle identifier.
   *
   * @return the identifier; {@code __unknown__} for a kext that has none
   */
  public String identifier() {
    return info.string("CFBundleIdentifier").filter(id -> !id.isEmpty()).orElse(NO_IDENTIFIER);
  }

  /**
   * What its signature comes to.
   *
   * @return what its bytes said when somebody first asked
   */
  public CodeSeal seal() {
    return sealReading.get();
  }

  /**
   * Its version as written.
   *
   * @return the text, perhaps not a version
   */
  public String versionText() {
    return info.string("CFBundleVersion").orElse("");
  }

  /**
   * Its version.
   *
   * @return the version, or empty if it has none that can be read
   */
  public Optional<VersionNumber> version() {
    return VersionNumber.ofProperty(versionText(), release);
  }

  /**
   * The oldest version that it can stand in for.
   *
   * @return the version, or empty if it is no library
   */
  public Optional<VersionNumber> compatibleVersion() {
    return info.string("OSBundleCompatibleVersion")
        .flatMap(text -> VersionNumber.ofProperty(text, release));
  }

  /**
   * What it needs.
   *
   * @return the version wanted of each library, by its identifier, in the order of the file
   */
  public Map<String, String> libraries() {
    Map<String, String> libraries = new LinkedHashMap<>();
    info.dictionary("OSBundleLibraries")
        .ifPresent(all -> all.forEach((id, version) -> libraries.put(id, String.valueOf(version))));
    return libraries;
  }

  /**
   * Whether it says that it has code.
   *
   * @return true if it declares an executable
   */
  public boolean declaresExecutable() {
    return info.has("CFBundleExecutable") || info.has("OSBundleSharedExecutableIdentifier");
  }

  /**
   * Whether it stands for a part of the kernel.
   *
   * @return true if it says so
   */
  public boolean isKernelComponent() {
    return info.isTrue("OSKernelResource");
  }

  /**
   * Whether it only names symbols of another kext.
   *
   * @return true for interfaces and for parts of the kernel
   */
  public boolean isInterface() {
    return isKernelComponent() || info.isTrue("OSBundleIsInterface");
  }

  /**
   * Whether it can be loaded during a safe boot, as far as it is concerned itself.
   *
   * @return true if it names any level at which it is required
   */
  public boolean isLoadableInSafeBoot() {
    return info.string("OSBundleRequired").filter(level -> !level.isEmpty()).isPresent();
  }

  /**
   * Whether it has code for a kernel, or needs none.
   *
   * @param kernel the architecture of the kernel
   * @return true if it could run there
   */
  public boolean supports(CpuType kernel) {
    return !declaresExecutable() || executable.flatMap(file -> file.sliceFor(kernel)).isPresent();
  }

  /**
   * The UUID of the code that a kernel would run.
   *
   * @param kernel the architecture of the kernel
   * @return the UUID, if there is such code and it has one
   */
  public Optional<UUID> uuid(CpuType kernel) {
    return executable.flatMap(file -> file.sliceFor(kernel)).flatMap(MachO.Slice::uuid);
  }

  /**
   * Whether it can stand in for a version of itself.
   *
   * @param wanted the version wanted
   * @return true if that lies between its compatible version and its version
   */
  public boolean isCompatibleWith(VersionNumber wanted) {
    return compatibleVersion().filter(oldest -> oldest.compareTo(wanted) <= 0).isPresent()
        && version().filter(newest -> newest.compareTo(wanted) >= 0).isPresent();
  }
}
