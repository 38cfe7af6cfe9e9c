package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import java.util.List;

/**
 * The keys that a driver extension must not have (IOKitUser, OSKext.c, from 10.15).
 *
 * @param kext the driver extension
 * @param findings where to note what is found
 */
record DriverExtensionCheck(KextOnMac kext, Findings findings) {
  private static final List<KextKey<?>> FORBIDDEN =
      List.of(
          KextKey.IS_KERNEL_RESOURCE,
          KextKey.SECURITY_EXTENSION,
          KextKey.KERNEL_EXTERNAL_COMPONENT,
          KextKey.SHARED_EXECUTABLE,
          KextKey.IS_INTERFACE);

  void check() {
    for (KextKey<?> key : FORBIDDEN) {
      if (!kext.get(key).isAbsent()) {
        findings.fail(Finding.of(Diagnostic.DRIVER_FORBIDDEN_KEY, KeyPath.of(key).place()));
      }
    }
  }
}
