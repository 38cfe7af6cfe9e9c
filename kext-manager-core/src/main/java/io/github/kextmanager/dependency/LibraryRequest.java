package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.PackedVersion;

/**
 * One entry of {@code OSBundleLibraries}: a kext that another asks for.
 *
 * @param identifier the identifier asked for
 * @param version the version wanted. A kext can stand in for it if that lies between its own {@code
 *     OSBundleCompatibleVersion} and {@code CFBundleVersion}
 */
public record LibraryRequest(BundleIdentifier identifier, PackedVersion version) {
  /** The libraries of the kernel of old, such as com.apple.kernel.bsd. */
  private static final String KERNEL_COMPONENT = "com.apple.kernel.";

  private static final String KPI = "com.apple.kpi.";

  /** Whether the kernel itself is asked for, which nothing may. */
  boolean isKernel() {
    return identifier.value().equals("com.apple.kernel");
  }

  boolean isKernelComponent() {
    return identifier.value().startsWith(KERNEL_COMPONENT);
  }

  boolean isKpi() {
    return identifier.value().startsWith(KPI);
  }

  boolean isPrivateKpi() {
    return identifier.value().equals("com.apple.kpi.private");
  }

  /** Returns the identifier and the version wanted. */
  @Override
  public String toString() {
    return identifier + " " + version;
  }
}
