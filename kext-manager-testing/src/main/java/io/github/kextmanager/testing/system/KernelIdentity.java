package io.github.kextmanager.testing.system;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import java.util.Map;

/**
 * What the kernel says it is ({@code kern.ostype}, {@code kern.osrelease}, {@code kern.version},
 * {@code hw.machine}). The date in its long name is made up, and of the number of its sources only
 * the first part is known.
 *
 * @param platform the release and the processor
 * @param release the version of the kernel, such as {@code 19.6.0}
 */
public record KernelIdentity(Platform platform, String release) {
  private static final int NEWEST_KNOWN = 25;
  private static final int NEWEST_SOURCES = 12377;

  private static final Map<Integer, Integer> SOURCES =
      Map.ofEntries(
          Map.entry(10, 1504),
          Map.entry(11, 1699),
          Map.entry(12, 2050),
          Map.entry(13, 2422),
          Map.entry(14, 2782),
          Map.entry(15, 3248),
          Map.entry(16, 3789),
          Map.entry(17, 4570),
          Map.entry(18, 4903),
          Map.entry(19, 6153),
          Map.entry(20, 7195),
          Map.entry(21, 8020),
          Map.entry(22, 8796),
          Map.entry(23, 10063),
          Map.entry(24, 11417),
          Map.entry(NEWEST_KNOWN, NEWEST_SOURCES));

  /** The name of every kernel of macOS. */
  static final String TYPE = "Darwin";

  /** The long name, as in {@code uname -v}. */
  String version() {
    return "Darwin Kernel Version %s: Thu Jan  1 00:00:00 PST %d; root:xnu-%d~1/RELEASE_%s"
        .formatted(release, year(), sources(), configuration());
  }

  /** {@code x86_64}, {@code arm64} or {@code i386}. */
  String machine() {
    return isAppleSilicon() ? "arm64" : is32Bit() ? "i386" : "x86_64";
  }

  /** {@code uname -p}: the family of the processor. */
  String processor() {
    return isAppleSilicon() ? "arm" : "i386";
  }

  boolean isAppleSilicon() {
    return platform.architecture().equals(CpuType.ARM64E);
  }

  MacOsVersion system() {
    return platform.release();
  }

  private boolean is32Bit() {
    return !platform.architecture().is64Bit();
  }

  private String configuration() {
    return isAppleSilicon() ? "ARM64_T8103" : is32Bit() ? "I386" : "X86_64";
  }

  private int major() {
    return Integer.parseInt(release.substring(0, release.indexOf('.')));
  }

  private int sources() {
    return SOURCES.getOrDefault(major(), NEWEST_SOURCES + 1000 * (major() - NEWEST_KNOWN));
  }

  /** A kernel is of the year before that of its first summer. */
  private int year() {
    return 2000 + major();
  }
}
