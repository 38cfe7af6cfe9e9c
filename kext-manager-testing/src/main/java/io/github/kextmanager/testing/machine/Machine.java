package io.github.kextmanager.testing.machine;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.AuxiliaryCollection;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.AddressSpace;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogFilter;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.log.SystemLog;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.PolicyState;
import io.github.kextmanager.testing.policy.Signatures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The parts of a simulated Mac, and what happens when it starts.
 *
 * <p>Not safe for use by multiple threads.
 */
public final class Machine {
  private static final String APPLE = "com.apple.";

  private final MacDescription description;
  private final Disk disk;
  private final MachineClock clock;
  private final SystemLog log;
  private final Consent consent;
  private final Authentication authentication;
  private final Signatures signatures;
  private final AuxiliaryCollection collection;
  private final KernelManager kernelManager;
  private Firmware firmware;
  private MachineState.Boot boot;
  private Kernel kernel;
  private UnaryOperator<KernelRequests> between = UnaryOperator.identity();

  private Machine(
      MacDescription description,
      MachineState.Boot boot,
      PolicyState policy,
      AuxiliaryCollection.State collection,
      Disk disk,
      MachineClock clock) {
    this.description = description;
    this.boot = boot;
    this.firmware = description.firmware();
    this.disk = disk;
    this.clock = clock;
    this.log = new SystemLog(clock);
    this.log.beginSession(boot.session());
    this.kernel = freshKernel();
    this.consent = new Consent(release(), policy, this::permitsKexts);
    this.signatures = Signatures.under(release(), this::bootedFirmware);
    this.authentication = new Authentication(release(), new Permissions(disk), signatures, consent);
    this.collection = new AuxiliaryCollection(collection);
    this.kernelManager =
        new KernelManager(
            platform(),
            disk,
            this::kernelRequests,
            signatures,
            consent,
            this::start,
            this.collection,
            log);
  }

  /**
   * Starts a Mac for the first time.
   *
   * @param description what it is like
   * @param disk its files
   * @param realTime the time outside
   * @return the Mac, with what such a Mac loads when it starts
   */
  public static Machine start(MacDescription description, Disk disk, InstantSource realTime) {
    var clock = new MachineClock(realTime, Duration.ZERO);
    var boot =
        new MachineState.Boot(
            anyUuid(), description.start(), clock.instant(), description.firmware());
    var machine =
        new Machine(
            description, boot, PolicyState.EMPTY, AuxiliaryCollection.State.EMPTY, disk, clock);
    machine.startForTheFirstTime();
    return machine;
  }

  /**
   * Goes on where a Mac was.
   *
   * @param state what it kept
   * @param disk its files
   * @param realTime the time outside
   * @return the Mac; nothing has happened to it meanwhile
   */
  public static Machine resume(MachineState state, Disk disk, InstantSource realTime) {
    var machine =
        new Machine(
            state.description(),
            state.boot(),
            state.policy(),
            state.collection(),
            disk,
            new MachineClock(realTime, state.clockAhead()));
    machine.kernel =
        new Kernel(state.kernel(), machine.kernelComponents(), machine.kernelMessages());
    machine.log.restore(state.log());
    disk.ownership().restore(state.ownership());
    return machine;
  }

  /**
   * Everything that it keeps between two commands.
   *
   * @return the state of now
   */
  public MachineState state() {
    return new MachineState(
        description.with(firmware),
        boot,
        kernel.state(),
        consent.state(),
        collection.state(),
        disk.ownership().state(),
        clock.ahead(),
        log.entries());
  }

  private void startForTheFirstTime() {
    rows()
        .flatMap(row -> row.identifier().stream())
        .filter(identifier -> !identifier.startsWith(APPLE))
        .forEach(consent::approve);
    rows().forEach(kernel::adopt);
    if (description.held().isEmpty() || hasCollections()) {
      loadAtStart();
    }
  }

  private Stream<KextInfo> rows() {
    return description.held().stream().flatMap(List::stream);
  }

  /** The generator of UUID.randomUUID takes longer to start than all the rest of a Mac. */
  private static UUID anyUuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  /**
   * Its release and processor.
   *
   * @return whose rules count
   */
  public Platform platform() {
    return description.platform();
  }

  private MacOsVersion release() {
    return platform().release();
  }

  /**
   * The build of its release.
   *
   * @return the build
   */
  public String build() {
    return description.build();
  }

  /**
   * Its files.
   *
   * @return the disk
   */
  public Disk disk() {
    return disk;
  }

  /**
   * Its clock.
   *
   * @return the clock
   */
  public MachineClock clock() {
    return clock;
  }

  /**
   * What the kernel and the daemons have said.
   *
   * @return the log, over all restarts
   */
  public SystemLog log() {
    return log;
  }

  /**
   * What was allowed.
   *
   * @return the approvals
   */
  public Consent consent() {
    return consent;
  }

  /**
   * Which signatures are good.
   *
   * @return the rule
   */
  public Signatures signatures() {
    return signatures;
  }

  /**
   * Which kexts are trusted.
   *
   * @return the rule
   */
  public Authentication authentication() {
    return authentication;
  }

  /**
   * The daemon that loads kexts from 11 on.
   *
   * @return the daemon
   */
  public KernelManager kernelManager() {
    return kernelManager;
  }

  /**
   * The kernel of this boot session.
   *
   * @return the kernel; another one after a restart
   */
  public Kernel kernel() {
    return kernel;
  }

  /**
   * The kernel as programs and daemons find it.
   *
   * @return the kernel of this boot session, with what was put between
   */
  public KernelRequests kernelRequests() {
    return between.apply(kernel);
  }

  /**
   * Puts something between the kernel and all who ask it.
   *
   * @param decorator makes of the kernel what they find
   */
  public void putBeforeKernel(UnaryOperator<KernelRequests> decorator) {
    between = decorator;
  }

  /**
   * This boot session.
   *
   * @return its identity, and how and when it began
   */
  public MachineState.Boot boot() {
    return boot;
  }

  /**
   * Whether kexts come from collections that are built before the Mac starts.
   *
   * @return true from 11 on
   */
  public boolean hasCollections() {
    return release().isAtLeast(Releases.BIG_SUR);
  }

  /**
   * How it was started.
   *
   * @return the way of this boot session
   */
  public Start start() {
    return boot.start();
  }

  /**
   * Whether it has Apple silicon.
   *
   * @return true if it has
   */
  public boolean isAppleSilicon() {
    return platform().architecture().equals(CpuType.ARM64E);
  }

  /**
   * What it remembers outside its disk.
   *
   * @return what counts from the next start on
   */
  public Firmware firmware() {
    return firmware;
  }

  private Firmware bootedFirmware() {
    return boot.firmware();
  }

  /**
   * Changes what it remembers outside its disk.
   *
   * @param changed what counts from the next start on
   */
  public void changeFirmware(Firmware changed) {
    firmware = changed;
  }

  private boolean permitsKexts() {
    return !isAppleSilicon() || boot.firmware().bootPolicy().permitsKexts();
  }

  /**
   * Restarts it.
   *
   * @param way how
   */
  public void restart(Start way) {
    boot = new MachineState.Boot(anyUuid(), way, clock.instant(), firmware);
    log.beginSession(boot.session());
    kernel = freshKernel();
    rows().filter(this::isStillThere).forEach(kernel::adopt);
    loadAtStart();
  }

  private Kernel freshKernel() {
    return new Kernel(
        AddressSpace.of(platform().architecture()), kernelComponents(), kernelMessages());
  }

  private KernelComponents kernelComponents() {
    return hasCollections() ? KernelComponents.UNMAPPED : KernelComponents.MAPPED;
  }

  private LogSink kernelMessages() {
    return log.sink(LogSource.KERNEL, LogFilter.KERNEL);
  }

  /** Kexts of Apple always are; those of others only as long as their bundle lies on the disk. */
  private boolean isStillThere(KextInfo row) {
    String identifier = row.identifier().orElse("");
    if (identifier.startsWith(APPLE)) {
      return true;
    }
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform()), LogSink.NONE);
    catalog.scan(ExtensionFolders.ofOthers(release()));
    return catalog.all(identifier).stream()
        .filter(consent::isGiven)
        .anyMatch(
            kext ->
                row.version().filter(kext.versionText()::equals).isPresent()
                    && row.uuid().equals(kext.uuid(platform().architecture())));
  }

  private void loadAtStart() {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform()), LogSink.NONE);
    if (hasCollections()) {
      catalog.scan(ExtensionFolders.SYSTEM);
    } else {
      ExtensionFolders.of(release()).forEach(catalog::scan);
    }
    var library = KextLibrary.quiet(catalog, kernel, platform().architecture());
    if (description.held().isEmpty()) {
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
                    && (start() == Start.NORMAL || each.isLoadableInSafeBoot()));
  }
}
