package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;

/** The forms of kextstat, by what changed in them; in order. */
public enum KextstatEra {
  /** 10.6: prints what the kernel sends, as it comes. */
  SNOW_LEOPARD,
  /** 10.7 to 10.9: sorts by load tag and leaves the kernel itself out. */
  LION,
  /** 10.10: also {@code -a}. */
  YOSEMITE,
  /** 10.11 to 10.15: also UUIDs and {@code -sort}. */
  EL_CAPITAN;

  /**
   * The form of a release.
   *
   * @param release the release
   * @return its form
   */
  public static KextstatEra of(MacOsVersion release) {
    if (release.isAtLeast(Releases.EL_CAPITAN)) {
      return EL_CAPITAN;
    }
    if (release.isAtLeast(Releases.YOSEMITE)) {
      return YOSEMITE;
    }
    return release.isAtLeast(Releases.LION) ? LION : SNOW_LEOPARD;
  }

  boolean isAtLeast(KextstatEra other) {
    return compareTo(other) >= 0;
  }
}
