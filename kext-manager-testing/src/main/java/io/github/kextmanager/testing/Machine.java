package io.github.kextmanager.testing;

import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.AddressSpace;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.Signatures;
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
  private final Signatures signatures;
  private final KernelManager kernelManager;
  private Start start;
  private Kernel kernel;
  private UUID bootSession;

  Machine(MacDescription description, Disk disk) {
    this.platform = description.platform();
    this.disk = disk;
    this.held = description.held();
    this.start = description.start();
    this.consent = new Consent(platform.release());
    this.signatures = new Signatures(platform.release(), description.signatures());
    this.authentication =
        new Authentication(platform.release(), new Permissions(disk), signatures, consent);
    this.kernelManager =
        new KernelManager(platform, disk, this::kernel, signatures, consent, this::start);
    secure(description.bootSecurity());
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

  Signatures signatures() {
    return signatures;
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
    return platform.release().isAtLeast(Releases.BIG_SUR);
  }

  Start start() {
    return start;
  }

  boolean isAppleSilicon() {
    return platform.architecture().equals(CpuType.ARM64E);
  }

  void secure(BootSecurity security) {
    if (security == BootSecurity.FULL) {
      consent.switchOff();
    } else {
      consent.switchOn();
    }
  }

  void restart(Start way) {
    start = way;
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
    catalog.scan(ExtensionFolders.ofOthers(platform.release()));
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
      kernelManager.startCollection();
    }
  }

  /** Nobody is asked while the Mac starts. */
  private boolean isAllowed(KextOnDisk kext, KextLibrary library) {
    return library.loadList(kext).orElse(List.of()).stream()
        .allMatch(
            each ->
                authentication.checkWithoutConsent(each) == Result.TRUSTED
                    && signatures.accept(each)
                    && consent.isGiven(each)
                    && (start == Start.NORMAL || each.isLoadableInSafeBoot()));
  }
}
