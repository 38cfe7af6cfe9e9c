package io.github.kextmanager.bundle;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The libraries that a kext declares ({@code OSBundleLibraries}), and the versions it asks for.
 *
 * @param common those under the plain key, in the order of their identifiers
 * @param specific those under a key for one architecture, by its generic name; they replace the
 *     common ones there
 */
public record Libraries(
    Map<BundleIdentifier, ReportedVersion> common,
    Map<Architecture, Map<BundleIdentifier, ReportedVersion>> specific) {

  /** Takes unmodifiable copies in the order of the identifiers. */
  public Libraries {
    common = sorted(common);
    Map<Architecture, Map<BundleIdentifier, ReportedVersion>> copies =
        new TreeMap<>((left, right) -> left.name().compareTo(right.name()));
    specific.forEach((architecture, libraries) -> copies.put(architecture, sorted(libraries)));
    specific = Collections.unmodifiableMap(copies);
  }

  /**
   * The libraries on a kernel of some architecture.
   *
   * @param architecture the architecture; of {@code x86_64h} and {@code arm64e} the generic name
   *     counts, as in Apple's library (IOKitUser, OSKext.c)
   * @return the libraries, in the order of their identifiers
   */
  public Map<BundleIdentifier, ReportedVersion> on(Architecture architecture) {
    return specific.getOrDefault(generic(architecture), common);
  }

  private static Architecture generic(Architecture architecture) {
    return switch (architecture.name()) {
      case "x86_64h" -> Architecture.X86_64;
      case "arm64e" -> Architecture.ARM64;
      default -> architecture;
    };
  }

  private static Map<BundleIdentifier, ReportedVersion> sorted(
      Map<BundleIdentifier, ReportedVersion> libraries) {
    return Collections.unmodifiableMap(new TreeMap<>(libraries));
  }
}
