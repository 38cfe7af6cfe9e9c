package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.KextProperties;
import io.github.kextmanager.model.TargetMac;
import java.util.List;

/**
 * The keys that a driver extension must not have (IOKitUser, OSKext.c, from 10.15).
 *
 * @param properties what its Info.plist says
 * @param target the Mac
 * @param findings where to note what is found
 */
record DriverExtensionCheck(KextProperties properties, TargetMac target, Findings findings) {
  private static final List<KextKey<?>> FORBIDDEN =
      List.of(
          KextKey.IS_KERNEL_RESOURCE,
          KextKey.SECURITY_EXTENSION,
          KextKey.KERNEL_EXTERNAL_COMPONENT,
          KextKey.SHARED_EXECUTABLE,
          KextKey.IS_INTERFACE);

  void check() {
    for (KextKey<?> key : FORBIDDEN) {
      if (!properties.get(key, target.architecture()).isAbsent()) {
        findings.fail(Finding.of(Diagnostic.DRIVER_FORBIDDEN_KEY, Finding.key(key.name())));
      }
    }
  }
}
