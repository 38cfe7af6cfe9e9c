package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.AddressSpace;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Permissions;
import java.util.List;
import java.util.UUID;

/** The parts of a simulated Mac, and what happens when it starts. */
final class Machine {
  private final Platform platform;
  private final Disk disk;
  private final List<KextInfo> heldFromTheStart;
  private final Consent consent;
  private final Authentication authentication;
  private Kernel kernel;
  private UUID bootSession;

  Machine(Platform platform, Disk disk, List<KextInfo> heldFromTheStart) {
    this.platform = platform;
    this.disk = disk;
    this.heldFromTheStart = List.copyOf(heldFromTheStart);
    this.consent = new Consent(platform.release());
    this.authentication = new Authentication(platform.release(), new Permissions(disk), consent);
    this.kernel = start();
    this.bootSession = UUID.randomUUID();
  }

  Platform platform() {
    return platform;
  }

  Disk disk() {
    return disk;
  }

  Consent consent() {
    return consent;
  }

  Authentication authentication() {
    return authentication;
  }

  Kernel kernel() {
    return kernel;
  }

  UUID bootSession() {
    return bootSession;
  }

  void restart() {
    kernel = start();
    bootSession = UUID.randomUUID();
  }

  private Kernel start() {
    boolean collections = platform.release().isAtLeast(MacOsVersion.BIG_SUR);
    var started =
        new Kernel(
            AddressSpace.of(platform.architecture()),
            collections ? KernelComponents.UNMAPPED : KernelComponents.MAPPED);
    heldFromTheStart.forEach(started::adopt);
    loadAtStart(started);
    return started;
  }

  private void loadAtStart(Kernel started) {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    var library =
        new KextLibrary(
            catalog,
            started,
            platform.architecture(),
            KextLibrary.Start.NORMAL,
            this::isTrusted,
            LogSink.NONE);
    catalog.opened().stream().filter(KextOnDisk::isKernelComponent).forEach(library::load);
    catalog.opened().stream()
        .filter(kext -> kext.script().hardware() == Hardware.PRESENT)
        .filter(this::isTrusted)
        .forEach(library::load);
  }

  /** Nobody is asked while the Mac starts. */
  private boolean isTrusted(KextOnDisk kext) {
    return authentication.checkWithoutConsent(kext) == Result.TRUSTED && consent.isGiven(kext);
  }
}
