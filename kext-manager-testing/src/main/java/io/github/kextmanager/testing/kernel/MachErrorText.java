package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.verdict.OsReturn;
import java.util.List;

/**
 * What {@code mach_error_string()} says for a result code.
 *
 * <p>The texts are those of xnu, libsyscall/mach/err_libkern.sub, err_iokit.sub and err_kern.sub,
 * the composition of a code that of mach/error.h.
 */
public final class MachErrorText {
  private static final int SYSTEM_KERN = 0x00;
  private static final int SYSTEM_LIBKERN = 0x37;
  private static final int SYSTEM_IOKIT = 0x38;

  private static final List<String> LIBKERN_KEXT =
      List.of(
          "internal error",
          "allocation failure",
          "resource shortage",
          "not privileged",
          "invalid argument",
          "not found",
          "bad data (mkext/other)",
          "XML (un)serialization error",
          "function/version unsupported",
          "function disabled",
          "malformed kext (bundle layout/missing plist)",
          "validation failure (plist/executable)",
          "authentication failure (file ownership/permissions)",
          "dependency resolution failure",
          "requested architecture/executable not found",
          "cache error",
          "operation deferred (queued to user space)",
          "operation/kext not allowed at current boot level",
          "not loadable (reason unspecified)",
          "different version/uuid already loaded",
          "dependency load failed",
          "link error",
          "kext (kmod) start/stop routine failed",
          "kext is in use or retained (cannot unload)",
          "kext request timed out",
          "kext is stopping and cannot issue requests",
          "system policy prevents loading",
          "loading/mapping of a kext collection failed",
          "mapping of the SystemKC failed",
          "loading/mapping of the AuxiliaryKC failed",
          "loading of both Auxiliary and System KCs failed");

  private static final List<String> LIBKERN_METACLASS =
      List.of(
          "runtime internal error",
          "class has instances",
          "OSMetaClass::preModLoad() not called, runtime internal error",
          "allocation failure, internal data",
          "allocation failure, class tracking dictionaries",
          "allocation failure, no kext/class set",
          "failed to insert class into class dictionary",
          "can't associate class with its superclass",
          "can't find superclass during instance creation",
          "duplicate class name encountered",
          "no kext for metaclass");

  private MachErrorText() {}

  /**
   * The text of a code.
   *
   * @param code the code
   * @return the text; {@code unknown error code} for one that is not in the tables here
   */
  public static String of(OsReturn code) {
    int system = code.value() >>> 26;
    int subsystem = (code.value() >>> 14) & 0xfff;
    int number = code.value() & 0x3fff;
    return switch (system) {
      case SYSTEM_KERN -> subsystem == 0 ? kern(number) : "unknown error code";
      case SYSTEM_LIBKERN -> libkern(subsystem, number);
      case SYSTEM_IOKIT -> subsystem == 0 ? iokit(number) : "unknown error code";
      default -> "(?/?) unknown error system";
    };
  }

  private static String kern(int number) {
    return switch (number) {
      case 0 -> "(os/kern) successful";
      case 5 -> "(os/kern) failure";
      default -> "unknown error code";
    };
  }

  private static String libkern(int subsystem, int number) {
    return switch (subsystem) {
      case 0 -> number == 1 ? "(libkern/common) general/unspecified error" : "unknown error code";
      case 1 -> listed("(libkern/metaclass) ", LIBKERN_METACLASS, number);
      case 2 -> listed("(libkern/kext) ", LIBKERN_KEXT, number);
      default -> "(libkern/?) unknown subsystem error";
    };
  }

  private static String iokit(int number) {
    return switch (number) {
      case 0x2bc -> "(iokit/common) general error";
      case 0x2bd -> "(iokit/common) can't allocate memory";
      case 0x2be -> "(iokit/common) resource shortage";
      case 0x2c0 -> "(iokit/common) no such device";
      case 0x2c1 -> "(iokit/common) privilege violation";
      case 0x2c2 -> "(iokit/common) invalid argument";
      case 0x2c5 -> "(iokit/common) exclusive access and device already open";
      case 0x2c7 -> "(iokit/common) unsupported function";
      case 0x2d5 -> "(iokit/common) Device Busy";
      case 0x2e2 -> "(iokit/common) not permitted";
      case 0x2f0 -> "(iokit/common) data was not found";
      default -> "unknown error code";
    };
  }

  private static String listed(String prefix, List<String> texts, int number) {
    return number >= 1 && number <= texts.size()
        ? prefix + texts.get(number - 1)
        : "unknown error code";
  }
}
