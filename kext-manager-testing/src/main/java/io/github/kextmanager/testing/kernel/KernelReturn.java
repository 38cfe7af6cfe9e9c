package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.verdict.OsReturn;

/** The result codes of the kernel that the simulated Mac gives (xnu, libkern/OSKextLib.h). */
public final class KernelReturn {
  private static final int KEXT = 0xdc008000;

  /** {@code kOSReturnSuccess}. */
  public static final OsReturn SUCCESS = new OsReturn(0);

  /** {@code kOSReturnError}. */
  public static final OsReturn ERROR = new OsReturn(0xdc000001);

  /** {@code kOSKextReturnNotPrivileged}. */
  public static final OsReturn NOT_PRIVILEGED = new OsReturn(KEXT + 0x4);

  /** {@code kOSKextReturnInvalidArgument}. */
  public static final OsReturn INVALID_ARGUMENT = new OsReturn(KEXT + 0x5);

  /** {@code kOSKextReturnNotFound}. */
  public static final OsReturn NOT_FOUND = new OsReturn(KEXT + 0x6);

  /** {@code kOSKextReturnValidation}. */
  public static final OsReturn VALIDATION = new OsReturn(KEXT + 0xc);

  /** {@code kOSKextReturnAuthentication}. */
  public static final OsReturn AUTHENTICATION = new OsReturn(KEXT + 0xd);

  /** {@code kOSKextReturnDependencies}. */
  public static final OsReturn DEPENDENCIES = new OsReturn(KEXT + 0xe);

  /** {@code kOSKextReturnArchNotFound}. */
  public static final OsReturn ARCH_NOT_FOUND = new OsReturn(KEXT + 0xf);

  /** {@code kOSKextReturnBootLevel}. */
  public static final OsReturn BOOT_LEVEL = new OsReturn(KEXT + 0x12);

  /** {@code kOSKextReturnNotLoadable}. */
  public static final OsReturn NOT_LOADABLE = new OsReturn(KEXT + 0x13);

  /** {@code kOSKextReturnLoadedVersionDiffers}. */
  public static final OsReturn LOADED_VERSION_DIFFERS = new OsReturn(KEXT + 0x14);

  /** {@code kOSKextReturnDependencyLoadError}. */
  public static final OsReturn DEPENDENCY_LOAD_ERROR = new OsReturn(KEXT + 0x15);

  /** {@code kOSKextReturnStartStopError}. */
  public static final OsReturn START_STOP_ERROR = new OsReturn(KEXT + 0x17);

  /** {@code kOSKextReturnInUse}. */
  public static final OsReturn IN_USE = new OsReturn(KEXT + 0x18);

  /** {@code kOSKextReturnSystemPolicy}. */
  public static final OsReturn SYSTEM_POLICY = new OsReturn(KEXT + 0x1b);

  /** {@code kIOReturnNotPrivileged}. */
  public static final OsReturn IO_NOT_PRIVILEGED = new OsReturn(0xe00002c1);

  /** {@code kIOReturnUnsupported}. */
  public static final OsReturn IO_UNSUPPORTED = new OsReturn(0xe00002c7);

  private KernelReturn() {}

  /**
   * Whether a code means success.
   *
   * @param code the code
   * @return true for 0
   */
  public static boolean isSuccess(OsReturn code) {
    return code.value() == 0;
  }
}
