package io.github.kextmanager.dependency;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.Optional;
import java.util.Set;

/**
 * How kexts may link against the kernel (IOKitUser, OSKext.c, {@code __OSKextResolveDependencies}).
 *
 * <p>64-bit code links against what it names, and that must be {@code com.apple.kpi.*}. 32-bit code
 * that names nothing of the kernel is linked against all of it as it was in 10.2, by way of {@code
 * com.apple.kernel.6.0}. {@code com.apple.kpi.private} is for Apple alone.
 */
final class KernelLink {
  static final BundleIdentifier COMPATIBILITY = BundleIdentifier.reported("com.apple.kernel.6.0");
  private static final Set<Architecture> SHORT =
      Set.of(Architecture.PPC, Architecture.I386, new Architecture("arm"));

  private final KextIndex index;
  private final boolean is64Bit;

  KernelLink(KextIndex index, Architecture architecture) {
    this.index = index;
    this.is64Bit = !SHORT.contains(architecture);
  }

  boolean isRefusedComponents(RepositoryKext kext, KernelLibraryStyles styles) {
    return is64Bit && styles.components() && hasCode(kext);
  }

  /** Whether 64-bit code names no library of the kernel, which is allowed. */
  boolean linksNothing(RepositoryKext kext, KernelLibraryStyles styles) {
    return is64Bit && !styles.kpis() && hasCode(kext);
  }

  /** Whether 32-bit code names both old and new libraries of the kernel. */
  boolean mixesStyles(KernelLibraryStyles styles) {
    return !is64Bit && styles.components() && styles.kpis();
  }

  /** Whether it gets the library for 32-bit code that names none. */
  boolean needsCompatibility(RepositoryKext kext, KernelLibraryStyles styles) {
    return !is64Bit && kext.facts().declaresExecutable() && !styles.components() && !styles.kpis();
  }

  /** The library for 32-bit code that names none: the newest, whatever its version. */
  Optional<RepositoryKext> compatibility() {
    return index.latest(COMPATIBILITY);
  }

  boolean isRefusedPrivate(RepositoryKext kext, KernelLibraryStyles styles) {
    return styles.privateKpi()
        && !(kext.identifier().value().startsWith("com.apple.")
            && kext.copyrights().stream().anyMatch(AppleCopyright::isIn));
  }

  /** Whether 32-bit code links as of old: against the libraries of its libraries too. */
  boolean bleedsThrough(KernelLibraryStyles styles) {
    return !is64Bit && !styles.kpis();
  }

  private static boolean hasCode(RepositoryKext kext) {
    return kext.facts().declaresExecutable() && kext.executable().supportsArchitecture();
  }
}
