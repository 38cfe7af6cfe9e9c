package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.CpuType;
import java.util.Map;

/**
 * The line in which a kernel says what it is. The number of its sources is that of the major
 * release; the day is made up.
 */
final class KernelVersion {
  private static final Map<String, String> XNU =
      Map.ofEntries(
          Map.entry("10", "1504"),
          Map.entry("11", "1699"),
          Map.entry("12", "2050"),
          Map.entry("13", "2422"),
          Map.entry("14", "2782"),
          Map.entry("15", "3248"),
          Map.entry("16", "3789"),
          Map.entry("17", "4570"),
          Map.entry("18", "4903"),
          Map.entry("19", "6153"),
          Map.entry("20", "7195"),
          Map.entry("21", "8020"),
          Map.entry("22", "8796"),
          Map.entry("23", "10063"),
          Map.entry("24", "11417"),
          Map.entry("25", "12377"));

  private KernelVersion() {}

  static String line(Panic panic) {
    String major = panic.darwin().substring(0, panic.darwin().indexOf('.'));
    return "Darwin Kernel Version %s: Mon Jan  1 00:00:00 PST 2001; root:xnu-%s~1/%s"
        .formatted(
            panic.darwin(),
            XNU.getOrDefault(major, major),
            configuration(panic.platform().architecture()));
  }

  private static String configuration(CpuType architecture) {
    if (architecture.equals(CpuType.ARM64E)) {
      return "RELEASE_ARM64_T8103";
    }
    return architecture.equals(CpuType.I386) ? "RELEASE_I386" : "RELEASE_X86_64";
  }
}
