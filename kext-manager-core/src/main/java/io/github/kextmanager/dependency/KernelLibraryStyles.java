package io.github.kextmanager.dependency;

import java.util.Collection;

/**
 * Which kinds of kernel libraries a kext asks for.
 *
 * @param kernel the kernel itself, {@code com.apple.kernel}
 * @param components {@code com.apple.kernel.*}
 * @param kpis {@code com.apple.kpi.*}
 * @param privateKpi {@code com.apple.kpi.private}
 */
record KernelLibraryStyles(boolean kernel, boolean components, boolean kpis, boolean privateKpi) {
  /** Of a kext that asks for nothing. */
  static final KernelLibraryStyles NONE = new KernelLibraryStyles(false, false, false, false);

  static KernelLibraryStyles of(Collection<LibraryRequest> requests) {
    return new KernelLibraryStyles(
        requests.stream().anyMatch(LibraryRequest::isKernel),
        requests.stream().anyMatch(LibraryRequest::isKernelComponent),
        requests.stream().anyMatch(LibraryRequest::isKpi),
        requests.stream().anyMatch(LibraryRequest::isPrivateKpi));
  }
}
