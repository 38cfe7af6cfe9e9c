package io.github.kextmanager.dependency;

/** A kext that links against the kernel in a way that it may not. */
public sealed interface KernelLinkProblem extends Problem {
  /**
   * It asks for {@code com.apple.kernel} itself.
   *
   * @param kext the kext
   */
  record WholeKernel(RepositoryKext kext) implements KernelLinkProblem {
    @Override
    public String message() {
      return "%s may not link against com.apple.kernel; com.apple.kpi.* libraries stand for it."
          .formatted(kext.identifier());
    }
  }

  /**
   * It has 64-bit code and asks for a library {@code com.apple.kernel.*}.
   *
   * @param kext the kext
   */
  record KernelComponents(RepositoryKext kext) implements KernelLinkProblem {
    @Override
    public String message() {
      return "%s has 64-bit code, which must use com.apple.kpi.* libraries, not com.apple.kernel.*."
          .formatted(kext.identifier());
    }
  }

  /**
   * It asks for {@code com.apple.kpi.private}, which only kexts of Apple may: those whose
   * identifier begins with {@code com.apple.} and that carry Apple's copyright.
   *
   * @param kext the kext
   */
  record PrivateKpi(RepositoryKext kext) implements KernelLinkProblem {
    @Override
    public String message() {
      return "%s asks for com.apple.kpi.private, which only kexts of Apple may: those of an identifier com.apple.* with Apple's copyright."
          .formatted(kext.identifier());
    }
  }

  /**
   * It has 32-bit code, asks for no library of the kernel, and the one for such kexts is not there.
   *
   * @param kext the kext
   */
  record CompatibilityMissing(RepositoryKext kext) implements KernelLinkProblem {
    @Override
    public String message() {
      return "%s names no library of the kernel, so it gets com.apple.kernel.6.0, which is not there."
          .formatted(kext.identifier());
    }
  }
}
