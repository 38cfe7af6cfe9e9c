package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.KextCode;
import io.github.kextmanager.testing.kernel.Releases;

/**
 * From 10.15.4 on the services of Apple's kexts refuse to terminate, unless the kext lets them
 * (xnu-6153.101.6, IOCatalogue.cpp).
 */
final class ServiceProtection {
  private ServiceProtection() {}

  static KextCode applyTo(KextOnDisk kext) {
    KextCode code = kext.script().code();
    boolean hasServices = kext.script().hardware() == Hardware.PRESENT;
    boolean isProtected =
        kext.release().isAtLeast(Releases.PROTECTED_SERVICES)
            && kext.identifier().startsWith("com.apple.")
            && !kext.info().isTrue("OSBundleAllowUserTerminate");
    return hasServices && isProtected ? code.refusingTermination() : code;
  }
}
