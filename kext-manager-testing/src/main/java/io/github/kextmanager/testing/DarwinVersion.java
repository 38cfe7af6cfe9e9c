package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;

/**
 * The version of the kernel and the build of a release. The first number and the letter follow from
 * the release; the rest is near the truth, but made up.
 */
final class DarwinVersion {
  private static final MacOsVersion TAHOE = new MacOsVersion(26, 0, 0);

  private DarwinVersion() {}

  /** The version of the kernel, which is that of {@code com.apple.kpi.bsd} and its likes. */
  static String of(MacOsVersion release) {
    return "%d.%d.0".formatted(major(release), update(release));
  }

  /** What {@code sw_vers -buildVersion} prints: {@code 19H1} for 10.15.7. */
  static String build(MacOsVersion release) {
    return "%d%c1".formatted(major(release), (char) ('A' + update(release)));
  }

  private static int major(MacOsVersion release) {
    if (release.major() == 10) {
      return release.minor() + 4;
    }
    // 15 is Darwin 24, and 26 the one after it.
    return release.isAtLeast(TAHOE) ? release.major() - 1 : release.major() + 9;
  }

  private static int update(MacOsVersion release) {
    return release.major() == 10 ? release.patch() : release.minor();
  }
}
