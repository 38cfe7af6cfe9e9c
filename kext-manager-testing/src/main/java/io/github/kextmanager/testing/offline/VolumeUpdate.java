package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Brings the caches of a volume up to date (kext_tools, update_boot.c). The volume that the Mac
 * started from has any; another one has them if the list of its caches is there. None has helper
 * partitions.
 */
final class VolumeUpdate {
  private static final Path ROOT = Path.of("/");
  private static final String LIST = "usr/standalone/bootcaches.plist";

  /** One more than the last error of the system: nobody keeps the real one. */
  private static final int UNKNOWN_ERROR = 107;

  private final KextutilMac mac;
  private final KextcacheArguments arguments;
  private final Path volume;
  private final ToolLog log;

  VolumeUpdate(KextutilMac mac, KextcacheArguments arguments, Path volume, ToolLog log) {
    this.mac = mac;
    this.arguments = arguments;
    this.volume = volume;
    this.log = log;
  }

  boolean isOfBootVolume() {
    return volume.equals(ROOT);
  }

  /**
   * Updates what is out of date.
   *
   * @param rebuild makes the prelinked kernel; false if that failed
   * @return an exit status
   */
  int run(BooleanSupplier rebuild) {
    Disk disk = mac.disk();
    if (!isOfBootVolume() && !disk.isFile(volume.resolve(LIST))) {
      skip();
      return ExitStatus.OK;
    }
    var kernel = new PrelinkedKernel(disk, mac.release(), volume);
    boolean isUpdated = arguments.has(KextcacheFlag.INVALIDATE) || !kernel.isCurrent();
    if (isUpdated) {
      log.general(outOfDate(), "rebuilding %s".formatted(kernel.shown()));
      if (!rebuild.getAsBoolean()) {
        log.error("Error %d rebuilding %s".formatted(UNKNOWN_ERROR, kernel.shown()));
        return UNKNOWN_ERROR;
      }
    } else {
      log.general(LogLevel.DETAIL, "Primary kext cache does not need update.");
    }
    if (!arguments.has(KextcacheFlag.CACHES_ONLY)) {
      log.general(
          LogLevel.BASIC, "%s: no supported helper partitions to update.".formatted(volume));
    }
    return isUpdated && arguments.has(KextcacheFlag.EXPECT_UP_TO_DATE)
        ? tellLaunchd()
        : ExitStatus.OK;
  }

  private int tellLaunchd() {
    if (arguments.has(KextcacheFlag.EARLY_BOOT)) {
      log.error("kext_tools updated critical boot files, requesting launchd reboot");
    }
    return ExitStatus.OS_FILE;
  }

  private LogLevel outOfDate() {
    return arguments.has(KextcacheFlag.EXPECT_UP_TO_DATE) ? LogLevel.ERROR : LogLevel.BASIC;
  }

  /** The older ones were louder. */
  private void skip() {
    boolean isQuiet = mac.isAtLeast(Releases.YOSEMITE);
    log.general(
        isQuiet ? LogLevel.BASIC : LogLevel.WARNING,
        "%s: no /%s; %s".formatted(volume, LIST, isQuiet ? "skipping" : "nothing to do"));
  }
}
