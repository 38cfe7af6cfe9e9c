package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.List;
import java.util.Map;

/**
 * The version of the kernel and the build of a release. The first number of the kernel follows from
 * the release, and from 11 on the second nearly does; up to 10.15 it has to be written down for
 * every update (the version lines of the kernels as uname(1) shows them). Builds are made up but
 * for their number and letter.
 */
final class DarwinVersion {
  /** By the second number of the release, what stands behind the first number for each update. */
  private static final Map<Integer, List<String>> UPDATES =
      Map.of(
          6, updates("0.0 0.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0"),
          7, updates("0.0 1.0 2.0 3.0 4.0 4.2"),
          8, updates("0.0 1.0 2.0 3.0 4.0 5.0"),
          9, updates("0.0 0.0 1.0 2.0 3.0 4.0"),
          10, updates("0.0 0.0 1.0 3.0 4.0 5.0"),
          11, updates("0.0 0.0 2.0 3.0 4.0 5.0 6.0"),
          12, updates("0.0 1.0 3.0 4.0 5.0 6.0 7.0"),
          13, updates("0.0 2.0 3.0 4.0 5.0 6.0 7.0"),
          14, updates("0.0 2.0 2.0 2.0 5.0 6.0 7.0"),
          15, updates("0.0 0.0 2.0 3.0 4.0 5.0 6.0 6.0"));

  private static final int LAST_UPDATE = 6;

  private DarwinVersion() {}

  private static List<String> updates(String list) {
    return List.of(list.split(" ", -1));
  }

  /** The version of the kernel, which is that of {@code com.apple.kpi.bsd} and its likes. */
  static String of(MacOsVersion release) {
    if (!release.isAtLeast(Releases.BIG_SUR)) {
      List<String> updates = UPDATES.getOrDefault(release.minor(), List.of("0.0"));
      return major(release) + "." + updates.get(Math.min(release.patch(), updates.size() - 1));
    }
    // 11 to 13 began with the kernel of their first update.
    int behind = release.isAtLeast(Releases.SONOMA) ? 0 : 1;
    return major(release) + "." + Math.min(release.minor() + behind, LAST_UPDATE) + ".0";
  }

  /** What {@code sw_vers -buildVersion} prints: {@code 19H1} for 10.15.7. */
  static String build(MacOsVersion release) {
    int update = release.major() == 10 ? release.patch() : release.minor();
    return "%d%c1".formatted(major(release), (char) ('A' + Math.min(update, 'Z' - 'A')));
  }

  private static int major(MacOsVersion release) {
    if (release.major() == 10) {
      return release.minor() + 4;
    }
    // 15 is Darwin 24, and 26 the one after it.
    return release.isAtLeast(Releases.TAHOE) ? release.major() - 1 : release.major() + 9;
  }
}
