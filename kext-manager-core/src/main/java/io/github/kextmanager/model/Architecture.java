package io.github.kextmanager.model;

import org.jspecify.annotations.Nullable;

/**
 * A processor architecture, by the name that Apple's tools print ({@code NXGetArchInfo}).
 *
 * <p>The constants are those a kernel can have today or had in the releases covered; a tool may
 * print others, or a bare pair of numbers for one it does not know, and these are kept as they are.
 *
 * @param name the name as the tools print it
 */
public record Architecture(String name) {
  /** 32-bit PowerPC, kernels up to 10.5. */
  public static final Architecture PPC = new Architecture("ppc");

  /** 32-bit Intel, kernels up to 10.7. */
  public static final Architecture I386 = new Architecture("i386");

  /** 64-bit Intel. */
  public static final Architecture X86_64 = new Architecture("x86_64");

  /** 64-bit Intel from Haswell on. */
  public static final Architecture X86_64H = new Architecture("x86_64h");

  /** 64-bit Arm without pointer authentication. */
  public static final Architecture ARM64 = new Architecture("arm64");

  /** 64-bit Arm with pointer authentication: what the kernel of a Mac with Apple silicon is. */
  public static final Architecture ARM64E = new Architecture("arm64e");

  /**
   * The architecture of which this is a variant: what Info.plist keys such as {@code
   * OSBundleLibraries_x86_64} name, never the variant (IOKitUser, OSKext.c).
   *
   * @return x86_64 for x86_64h, arm64 for arm64e, itself for any other
   */
  public Architecture generic() {
    if (equals(X86_64H)) {
      return X86_64;
    }
    return equals(ARM64E) ? ARM64 : this;
  }

  // What a record has of its own is linked at run time, which a short process pays for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Architecture architecture && name.equals(architecture.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
