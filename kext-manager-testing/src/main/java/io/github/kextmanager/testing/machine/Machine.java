package io.github.kextmanager.testing.machine;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.AuxiliaryCollection;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.AddressSpace;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Kernel;
import io.github.kextmanager.testing.kernel.Kernel.KernelComponents;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogFilter;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.log.SystemLog;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.ExcludeList;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.PolicyState;
import io.github.kextmanager.testing.policy.Signatures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  private MacDescription description;
  private final Disk disk;
  private final MachineClock clock;
  private final SystemLog log;
  private Rules rules;
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
    this.log = new SystemLog(clock, LogFile.of(description.platform().release(), disk));
    this.log.beginSession(boot.session());
    this.kernel = freshKernel();
    this.rules = Rules.of(this, policy, collection);
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
            anyUuid(),
            description.start(),
            clock.instant(),
            description.firmware(),
            ExcludeList.EMPTY);
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
        machine.equipped(
            new Kernel(
                state.kernel(),
                AddressSpace.of(machine.platform()),
                machine.kernelComponents(),
                machine.kernelMessages(),
                machine.clock));
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
        rules.consent().state(),
        rules.collection().state(),
        disk.ownership().state(),
        clock.ahead(),
        log.entries());
  }

  private void startForTheFirstTime() {
    rows()
        .flatMap(row -> row.identifier().stream())
        .filter(identifier -> !identifier.startsWith(APPLE))
        .forEach(rules.consent()::approve);
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
    return rules.consent();
  }

  /**
   * Which signatures are good.
   *
   * @return the rule
   */
  public Signatures signatures() {
    return rules.signatures();
  }

  /**
   * Which kexts are trusted.
   *
   * @return the rule
   */
  public Authentication authentication() {
    return rules.authentication();
  }

  /**
   * The daemon that loads kexts from 11 on.
   *
   * @return the daemon
   */
  public KernelManager kernelManager() {
    return rules.kernelManager();
  }

  /**
   * The kernel of this boot session.
   *
   * @return the kernel; another one after a restart
   */
  public Kernel kernel() {
    kernel.considerUnloads();
    return kernel;
  }

  /**
   * The kernel as programs and daemons find it.
   *
   * @return the kernel of this boot session, with what was put between
   */
  public KernelRequests kernelRequests() {
    return between.apply(kernel());
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

  /**
   * Changes what it remembers outside its disk.
   *
   * @param changed what counts from the next start on
   */
  public void changeFirmware(Firmware changed) {
    firmware = changed;
  }

  /**
   * Restarts it.
   *
   * @param way how
   */
  public void restart(Start way) {
    boot =
        new MachineState.Boot(anyUuid(), way, clock.instant(), firmware, installed().excludeList());
    log.beginSession(boot.session());
    kernel = freshKernel();
    rows().filter(row -> installed().hold(row, rules.consent())).forEach(kernel::adopt);
    loadAtStart();
  }

  /**
   * Becomes what it is when a newer macOS is installed, and restarts: what was allowed stays, and
   * kexts that are there already need no consent if the old release asked for none (TN2459). The
   * kexts of Apple on the disk must be those of the new release by now.
   *
   * @param newer the release
   * @param build its build
   */
  public void upgrade(MacOsVersion newer, String build) {
    boolean asked = release().isAtLeast(Releases.HIGH_SIERRA);
    description =
        new MacDescription(
            new Platform(newer, platform().architecture()),
            build,
            Optional.empty(),
            start(),
            firmware);
    rules = Rules.of(this, rules.consent().state(), rules.collection().state());
    if (!asked) {
      installed().ofOthers().forEach(rules.consent()::inherit);
    }
    restart(Start.NORMAL);
  }

  /** Takes every approval back and empties the collection, as {@code trigger-panic-medic} does. */
  public void forgetKexts() {
    rules.consent().forgetApprovals();
    rules.collection().clear();
  }

  private InstalledKexts installed() {
    return new InstalledKexts(disk, platform());
  }

  private Kernel freshKernel() {
    return equipped(
        new Kernel(AddressSpace.of(platform()), kernelComponents(), kernelMessages(), clock));
  }

  private Kernel equipped(Kernel fresh) {
    ExcludeList excluded = boot.excluded();
    fresh.exclude((identifier, version) -> excluded.excludes(identifier, version, release()));
    return fresh;
  }

  private KernelComponents kernelComponents() {
    return hasCollections() ? KernelComponents.UNMAPPED : KernelComponents.MAPPED;
  }

  private LogSink kernelMessages() {
    return log.sink(LogSource.KERNEL, LogFilter.KERNEL);
  }

  private void loadAtStart() {
    var kexts = new StartOfKexts(installed(), kernel, rules, start());
    if (description.held().isEmpty()) {
      kexts.loadKernelComponents();
    }
    kexts.loadForHardware();
    if (hasCollections()) {
      rules.kernelManager().startCollection();
    }
  }
}
