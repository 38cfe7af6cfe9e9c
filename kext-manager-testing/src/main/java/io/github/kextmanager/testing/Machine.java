package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.AuxiliaryCollection;
import io.github.kextmanager.testing.daemon.KernelManager;
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
import java.util.concurrent.ThreadLocalRandom;

/** The parts of a simulated Mac, and what happens when it starts. */
final class Machine {
  private final Platform platform;
  private final Disk disk;
  private final HeldKexts held;
  private final Consent consent;
  private final Authentication authentication;
  private final AuxiliaryCollection collection = new AuxiliaryCollection();
  private final KernelManager kernelManager;
  private Kernel kernel;
  private UUID bootSession;

  Machine(Platform platform, Disk disk, HeldKexts held) {
    this.platform = platform;
    this.disk = disk;
    this.held = held;
    this.consent = new Consent(platform.release());
    this.authentication = new Authentication(platform.release(), new Permissions(disk), consent);
    this.kernelManager = new KernelManager(platform, disk, this::kernel, consent, collection);
    this.kernel = freshKernel();
    this.bootSession = anyUuid();
    held.foreignIdentifiers().forEach(consent::approve);
    held.rows().forEach(kernel::adopt);
    if (held.isUnknown() || hasCollections()) {
      loadAtStart();
    }
  }

  /** The generator of UUID.randomUUID takes longer to start than all the rest of a Mac. */
  private static UUID anyUuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
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

  KernelManager kernelManager() {
    return kernelManager;
  }

  Kernel kernel() {
    return kernel;
  }

  UUID bootSession() {
    return bootSession;
  }

  /** Whether kexts come from collections that are built before the Mac starts. */
  boolean hasCollections() {
    return platform.release().isAtLeast(MacOsVersion.BIG_SUR);
  }

  void restart() {
    kernel = freshKernel();
    bootSession = anyUuid();
    held.rows().stream().filter(this::isStillThere).forEach(kernel::adopt);
    loadAtStart();
  }

  private Kernel freshKernel() {
    return new Kernel(
        AddressSpace.of(platform.architecture()),
        hasCollections() ? KernelComponents.UNMAPPED : KernelComponents.MAPPED);
  }

  /** Kexts of Apple always are; those of others only as long as their bundle lies on the disk. */
  private boolean isStillThere(KextInfo row) {
    String identifier = row.identifier().orElse("");
    if (!held.foreignIdentifiers().contains(identifier)) {
      return true;
    }
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    catalog.scan(ExtensionFolders.LOCAL);
    return catalog.all(identifier).stream()
        .filter(consent::isGiven)
        .anyMatch(
            kext ->
                row.version().filter(kext.versionText()::equals).isPresent()
                    && row.uuid().equals(kext.uuid(platform.architecture())));
  }

  private void loadAtStart() {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    if (hasCollections()) {
      catalog.scan(ExtensionFolders.SYSTEM);
    } else {
      ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    }
    var library = KextLibrary.quiet(catalog, kernel, platform.architecture());
    if (held.isUnknown()) {
      catalog.opened().stream().filter(KextOnDisk::isKernelComponent).forEach(library::load);
    }
    catalog.opened().stream()
        .filter(kext -> kext.script().hardware() == Hardware.PRESENT)
        .filter(kext -> isAllowed(kext, library))
        .forEach(library::load);
    if (hasCollections()) {
      startCollection();
    }
  }

  /** Nobody is asked while the Mac starts. */
  private boolean isAllowed(KextOnDisk kext, KextLibrary library) {
    return library.loadList(kext).orElse(List.of()).stream()
        .allMatch(
            each ->
                authentication.checkWithoutConsent(each) == Result.TRUSTED
                    && consent.isGiven(each));
  }

  private void startCollection() {
    kernelManager.buildCollection();
    collection.members().stream()
        .filter(member -> member.kext().script().hardware() == Hardware.PRESENT)
        .forEach(member -> kernel.load(member.kext().identifier(), member.archive()));
  }
}
