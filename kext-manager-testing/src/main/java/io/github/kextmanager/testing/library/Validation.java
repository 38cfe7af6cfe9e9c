package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.MachO;
import io.github.kextmanager.testing.disk.VersionNumber;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a kext is well formed, as the kext library of 10.15 sees it. It answers yes or no; what
 * exactly is wrong, the log of a real Mac would not say either.
 */
final class Validation {
  private static final int MAXIMUM_LENGTH = 63;
  private static final List<String> BOOLEANS =
      List.of(
          "OSBundleAllowUserLoad",
          "OSBundleEnableKextLogging",
          "OSBundleIsInterface",
          "OSKernelResource");
  private static final List<String> TEXTS =
      List.of("OSBundleRequired", "OSBundleSharedExecutableIdentifier");

  private final CpuType architecture;

  Validation(CpuType architecture) {
    this.architecture = architecture;
  }

  boolean isValid(KextOnDisk kext) {
    return hasGoodTypes(kext)
        && hasIdentifier(kext)
        && hasVersion(kext)
        && hasGoodLibraries(kext)
        && hasGoodExecutable(kext)
        && hasGoodPersonalities(kext);
  }

  private static boolean hasGoodTypes(KextOnDisk kext) {
    return BOOLEANS.stream().allMatch(kext.info()::isBooleanIfPresent)
        && TEXTS.stream().allMatch(kext.info()::isTextIfPresent);
  }

  private static boolean hasIdentifier(KextOnDisk kext) {
    return kext.info()
        .string("CFBundleIdentifier")
        .filter(id -> !id.isEmpty() && id.length() <= MAXIMUM_LENGTH)
        .isPresent();
  }

  private static boolean hasVersion(KextOnDisk kext) {
    Optional<VersionNumber> version = kext.version();
    if (version.isEmpty()) {
      return false;
    }
    return !kext.info().has("OSBundleCompatibleVersion")
        || kext.compatibleVersion()
            .filter(oldest -> oldest.compareTo(version.get()) <= 0)
            .isPresent();
  }

  private static boolean hasGoodLibraries(KextOnDisk kext) {
    boolean declared = kext.info().has("OSBundleLibraries");
    if (kext.isKernelComponent()) {
      return !declared;
    }
    if (!declared) {
      return !kext.declaresExecutable();
    }
    Optional<Map<String, Object>> libraries = kext.info().dictionary("OSBundleLibraries");
    return libraries
        .filter(all -> !(all.isEmpty() && kext.declaresExecutable()))
        .filter(all -> all.values().stream().allMatch(wanted -> isVersion(wanted, kext)))
        .isPresent();
  }

  private static boolean isVersion(Object wanted, KextOnDisk kext) {
    return wanted instanceof String text
        && VersionNumber.ofProperty(text, kext.release()).isPresent();
  }

  private boolean hasGoodExecutable(KextOnDisk kext) {
    if (!kext.declaresExecutable()) {
      return true;
    }
    // From 10.15 on the type decides whether an executable is one.
    if (kext.release().isAtLeast(Releases.CATALINA)
        && kext.info().string("CFBundlePackageType").filter("KEXT"::equals).isEmpty()) {
      return false;
    }
    if (kext.isInterface()) {
      return true;
    }
    if (kext.executable().isEmpty()) {
      return false;
    }
    // A missing slice is no fault of the bundle: it only cannot be loaded here.
    return kext.executable()
        .flatMap(file -> file.sliceFor(architecture))
        .map(MachO.Slice::hasKextCode)
        .orElse(true);
  }

  private static boolean hasGoodPersonalities(KextOnDisk kext) {
    if (!kext.info().has("IOKitPersonalities")) {
      return true;
    }
    return kext.info()
        .dictionary("IOKitPersonalities")
        .filter(all -> all.values().stream().allMatch(Validation::isGoodPersonality))
        .isPresent();
  }

  private static boolean isGoodPersonality(Object value) {
    return value instanceof Map<?, ?> personality
        && isText(personality.get("IOClass"))
        && isText(personality.get("IOProviderClass"))
        && (!personality.containsKey("IOKitDebug")
            || personality.get("IOKitDebug") instanceof Long);
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty();
  }
}
