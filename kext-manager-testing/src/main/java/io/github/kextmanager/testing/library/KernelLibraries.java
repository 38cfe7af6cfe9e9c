package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which parts of the kernel a kext may link against (IOKitUser, OSKext.c; xnu, kxld_copyright.c).
 */
final class KernelLibraries {
  private static final String KERNEL = "com.apple.kernel";
  private static final String PRIVATE = "com.apple.kpi.private";
  private static final String YEARS = "\\d{4}(?:-\\d{4})?";
  private static final Pattern COPYRIGHT_OF_APPLE =
      Pattern.compile(
          "Copyright \u00a9 %1$s(?:[,\\s]+%1$s)*[,\\s]* Apple Inc\\. All rights reserved\\."
              .formatted(YEARS));

  private final CpuType architecture;

  KernelLibraries(CpuType architecture) {
    this.architecture = architecture;
  }

  boolean areAllowed(KextOnDisk kext, LogSink log) {
    if (kext.libraries().containsKey(PRIVATE) && !isOfApple(kext)) {
      log.log(
          LogMessage.error("%s has an Apple prefix but no copyright.".formatted(kext.shownAs())));
      return false;
    }
    return !hasCodeHere(kext) || kext.libraries().keySet().stream().noneMatch(this::isTooOld);
  }

  /** A 64-bit kernel has no parts of the old style, and {@code com.apple.kernel} is none at all. */
  private boolean isTooOld(String library) {
    return library.equals(KERNEL) || (architecture.is64Bit() && library.startsWith(KERNEL + "."));
  }

  private boolean hasCodeHere(KextOnDisk kext) {
    return kext.declaresExecutable() && kext.supports(architecture);
  }

  private static boolean isOfApple(KextOnDisk kext) {
    return kext.identifier().startsWith("com.apple.")
        && Stream.of("CFBundleGetInfoString", "NSHumanReadableCopyright")
            .flatMap(key -> kext.info().string(key).stream())
            .anyMatch(text -> COPYRIGHT_OF_APPLE.matcher(text).find());
  }
}
