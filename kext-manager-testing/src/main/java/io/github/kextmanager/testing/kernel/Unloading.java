package io.github.kextmanager.testing.kernel;

import static io.github.kextmanager.testing.kernel.KernelLog.hex;
import static io.github.kextmanager.testing.log.LogLevel.ERROR;
import static io.github.kextmanager.testing.log.LogLevel.PROGRESS;

import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.verdict.OsReturn;

/** The steps of taking a kext out of the kernel ({@code OSKext::removeKext}), in order. */
final class Unloading {
  private final LoadedImages loaded;
  private final KernelLog log;

  Unloading(LoadedImages loaded, KernelLog log) {
    this.loaded = loaded;
    this.log = log;
  }

  OsReturn unload(LoadedImage image, String identifier) {
    OsReturn terminated = terminateServices(image);
    if (!KernelReturn.isSuccess(terminated)) {
      log.kext(
          ERROR,
          "Can't remove kext %s; services failed to terminate - %s.",
          identifier,
          hex(terminated.value()));
      return terminated;
    }
    if (image.asLoaded().kernelResource()) {
      return KernelReturn.INVALID_ARGUMENT;
    }
    if (!image.instances().isEmpty()) {
      log.kext(ERROR, "Can't unload kext %s; classes have instances:", identifier);
      image.instances().forEach((className, count) -> instances(identifier, className, count));
      return KernelReturn.IN_USE;
    }
    log.kext(LogLevel.DETAIL, "Kext %s calling module stop function.", identifier);
    int stopped = image.code().stopReturn();
    if (stopped != 0) {
      return notStopped(identifier, stopped);
    }
    log.kext(PROGRESS, "Kext %s unloading.", identifier);
    loaded.remove(image);
    log.kext(PROGRESS, "Kext %s unloaded.", identifier);
    log.kext(PROGRESS, "Removing kext %s.", identifier);
    return KernelReturn.SUCCESS;
  }

  static OsReturn terminateServices(LoadedImage image) {
    if (image.isReferenced()) {
      return KernelReturn.IN_USE;
    }
    return image.code().termination() == KextCode.Termination.REFUSES
        ? KernelReturn.IO_UNSUPPORTED
        : KernelReturn.SUCCESS;
  }

  private void instances(String identifier, String className, int count) {
    log.kext(
        ERROR,
        "    Kext %s class %s has %s instance%s.",
        identifier,
        className,
        Integer.toString(count),
        count == 1 ? "" : "s");
  }

  private OsReturn notStopped(String identifier, int code) {
    log.kext(ERROR, "Kext %s did not stop (return code %s).", identifier, hex(code));
    log.kext(
        ERROR,
        "Kext %s can't unload - module stop returned %s.",
        identifier,
        hex(KernelReturn.START_STOP_ERROR.value()));
    return KernelReturn.START_STOP_ERROR;
  }
}
