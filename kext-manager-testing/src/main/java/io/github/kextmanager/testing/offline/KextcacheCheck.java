package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.OptionalInt;

/**
 * Whether what kextcache was asked for goes together, in the order of the real one (kext_tools,
 * kextcache_main.c: {@code checkArgs}).
 */
final class KextcacheCheck {
  private final MacOsVersion release;
  private final KextcacheArguments arguments;
  private final boolean isRoot;
  private final boolean protectsFiles;
  private final ToolLog log;

  /** Whether the system protects its files. */
  enum Files {
    PROTECTED,
    OPEN
  }

  KextcacheCheck(
      MacOsVersion release,
      KextcacheArguments arguments,
      KextutilSecurity.Caller caller,
      Files files,
      ToolLog log) {
    this.release = release;
    this.arguments = arguments;
    this.isRoot = caller == KextutilSecurity.Caller.ROOT;
    this.protectsFiles = files == Files.PROTECTED;
    this.log = log;
  }

  /** A status if that ends the program. */
  OptionalInt run() {
    OptionalInt ended = checkWork();
    ended = ended.isPresent() ? ended : checkCompression();
    ended = ended.isPresent() ? ended : checkVolumeOptions();
    return ended.isPresent() ? ended : checkRights();
  }

  private OptionalInt checkWork() {
    boolean staging = has(KextcacheFlag.CLEAR_STAGING) || has(KextcacheFlag.PRUNE_STAGING);
    boolean other =
        arguments.prelinkedKernel().isPresent()
            || arguments.volume().isPresent()
            || has(KextcacheFlag.SYSTEM_CACHES);
    if (!other && !staging) {
      return misused("No work to do; check options and try again.");
    }
    if (staging && other) {
      return misused("Kernel extension staging functions must be used alone.");
    }
    if (staging && !isRoot) {
      return refused("You must be running as root to manage the kernel extension staging area.");
    }
    if (arguments.volumeRoot().isPresent() && arguments.prelinkedKernel().isEmpty()) {
      return misused("Use -volume-root only when creating a prelinked kernel.");
    }
    boolean needsKexts =
        arguments.volume().isEmpty()
            && !has(KextcacheFlag.COMPRESSED)
            && !has(KextcacheFlag.UNCOMPRESSED)
            && !staging;
    return needsKexts && arguments.kexts().isEmpty() && arguments.repositories().isEmpty()
        ? misused("No kexts or directories specified.")
        : OptionalInt.empty();
  }

  private OptionalInt checkCompression() {
    if (has(KextcacheFlag.COMPRESSED) && has(KextcacheFlag.UNCOMPRESSED)) {
      log.error("Both -compressed and -uncompressed specified; using -compressed.");
    }
    return OptionalInt.empty();
  }

  /** The dashes that are missing in the first line are inside conversions of printf. */
  private OptionalInt checkVolumeOptions() {
    if (has(KextcacheFlag.FORCE) && has(KextcacheFlag.CACHES_ONLY)) {
      return misused("-force (f) and caches-only are mutually exclusive");
    }
    boolean updates = arguments.volume().isPresent() && !has(KextcacheFlag.EXPECT_UP_TO_DATE);
    if (has(KextcacheFlag.FORCE) && !updates) {
      return misused("-force (-f) is allowed only with -update-volume (-u).");
    }
    if (has(KextcacheFlag.CACHES_ONLY) && !updates) {
      return misused("-caches-only is allowed only with -update-volume (-u).");
    }
    if (has(KextcacheFlag.EARLY_BOOT) && !has(KextcacheFlag.EXPECT_UP_TO_DATE)) {
      return misused("-Boot requires -U.");
    }
    if (arguments.volume().isPresent() && arguments.prelinkedKernel().isPresent()) {
      log.error("Can't create prelinked kernel when updating volumes.");
    }
    return OptionalInt.empty();
  }

  private OptionalInt checkRights() {
    if (has(KextcacheFlag.INVALIDATE) && !isRoot) {
      return refused("You must be running as root to update prelinked kernel.");
    }
    if (has(KextcacheFlag.DEFAULT_KERNEL) || has(KextcacheFlag.SYSTEM_CACHES)) {
      // Both together name the folders of the system twice, which are then not those any more.
      if (!arguments.kexts().isEmpty()
          || !arguments.identifiers().isEmpty()
          || !arguments.repositories().equals(ExtensionFolders.of(release))) {
        return misused(
            "Custom kexts and repository directories are not allowed"
                + " when updating system kext caches.");
      }
      if (!isRoot) {
        return refused("You must be running as root to update system kext caches.");
      }
    }
    return release.isAtLeast(Releases.HIGH_SIERRA)
            && protectsFiles
            && has(KextcacheFlag.NO_AUTHENTICATION)
            && arguments.prelinkedKernel().filter(PrelinkedKernel::isProtected).isPresent()
        ? refused(
            "Cannot create a prelinked kernel in a SIP protected location without authentication!")
        : OptionalInt.empty();
  }

  private boolean has(KextcacheFlag flag) {
    return arguments.has(flag);
  }

  private OptionalInt misused(String text) {
    log.error(text);
    arguments.usage().brief();
    return OptionalInt.of(ExitStatus.USAGE);
  }

  private OptionalInt refused(String text) {
    log.error(text);
    return OptionalInt.of(ExitStatus.NO_PERMISSION);
  }
}
