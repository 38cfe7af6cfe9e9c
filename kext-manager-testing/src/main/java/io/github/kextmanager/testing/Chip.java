package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.Arrays;

/**
 * The processor of a simulated Mac, as its kernel uses it.
 *
 * @since 0.1.0
 */
public enum Chip {
  /** Intel with a 32-bit kernel; up to 10.7. */
  INTEL_32,
  /** Intel with a 64-bit kernel; up to 26. */
  INTEL,
  /** Apple silicon; from 11. */
  APPLE_SILICON;

  CpuType cpu() {
    return switch (this) {
      case INTEL_32 -> CpuType.I386;
      case INTEL -> CpuType.X86_64;
      case APPLE_SILICON -> CpuType.ARM64E;
    };
  }

  /** The one with a kernel of an architecture. */
  static Chip of(CpuType cpu) {
    return Arrays.stream(values()).filter(chip -> chip.cpu().equals(cpu)).findFirst().orElseThrow();
  }

  /** The one that a release has if nobody says which. */
  static Chip usualOf(MacOsVersion release) {
    return release.isAtLeast(Releases.WITHOUT_INTEL) ? APPLE_SILICON : INTEL;
  }

  boolean runs(MacOsVersion release) {
    return switch (this) {
      case INTEL_32 -> !release.isAtLeast(Releases.MOUNTAIN_LION);
      case INTEL -> !release.isAtLeast(Releases.WITHOUT_INTEL);
      case APPLE_SILICON -> release.isAtLeast(Releases.BIG_SUR);
    };
  }

  /** Which releases it runs. */
  String releases() {
    return switch (this) {
      case INTEL_32 -> "a 32-bit kernel runs up to 10.7";
      case INTEL -> "Intel runs up to 26";
      case APPLE_SILICON -> "Apple silicon runs from 11 on";
    };
  }
}
