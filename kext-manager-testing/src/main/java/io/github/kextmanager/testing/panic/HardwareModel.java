package io.github.kextmanager.testing.panic;

import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;

/**
 * The model of a simulated Mac: one that ran the release.
 *
 * @param product its identifier, such as {@code MacBookPro11,4}
 * @param board the identifier of its board; empty on Apple silicon
 */
record HardwareModel(String product, String board) {
  static HardwareModel of(Platform platform) {
    if (platform.architecture().equals(CpuType.ARM64E)) {
      return new HardwareModel("Macmini9,1", "");
    }
    if (!platform.release().isAtLeast(Releases.EL_CAPITAN)) {
      return new HardwareModel("MacBookPro6,2", "Mac-F22586C8");
    }
    return platform.release().isAtLeast(Releases.VENTURA)
        ? new HardwareModel("MacBookPro16,2", "Mac-5F9802EFE386AA28")
        : new HardwareModel("MacBookPro11,4", "Mac-06F11FD93F0323C5");
  }

  /** As an Intel kernel writes it. */
  String name() {
    return "%s (%s)".formatted(product, board);
  }
}
