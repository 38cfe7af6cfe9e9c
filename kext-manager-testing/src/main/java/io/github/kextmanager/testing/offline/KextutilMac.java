package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Signatures;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What kextutil deals with.
 *
 * @param platform whose rules count
 * @param start how the Mac was started
 * @param disk where the bundles lie
 * @param kernel the kernel of this start of the Mac
 * @param hasKextd whether kextd runs, whose lock a load takes
 * @param signatures which signatures are good
 * @param authentication which kexts are trusted
 * @param consent what was allowed
 */
public record KextutilMac(
    Platform platform,
    Supplier<Start> start,
    Disk disk,
    Supplier<? extends KernelRequests> kernel,
    BooleanSupplier hasKextd,
    Signatures signatures,
    Authentication authentication,
    Consent consent) {

  MacOsVersion release() {
    return platform.release();
  }

  boolean isAtLeast(MacOsVersion other) {
    return release().isAtLeast(other);
  }
}
