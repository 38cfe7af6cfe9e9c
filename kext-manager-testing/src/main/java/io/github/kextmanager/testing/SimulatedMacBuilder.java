package io.github.kextmanager.testing;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Programs.Daemons;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Draft;
import io.github.kextmanager.testing.disk.HostFiles;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.machine.MacDescription;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Says what a simulated Mac is like: any release from 10.6 to 27, with any update. Without more it
 * is an Intel Mac as long as there are any, and commands run as root.
 *
 * @since 0.1.0
 */
public final class SimulatedMacBuilder {
  private static final int LAST_OF_10 = 15;
  private static final Set<Integer> FROM_11 = Set.of(11, 12, 13, 14, 15, 26, 27);

  private static final Path NO_FOLDER = Path.of("/nowhere");

  private final MacOsVersion release;
  private Optional<Chip> chip = Optional.empty();
  private BootSecurity bootSecurity = BootSecurity.REDUCED;
  private Start start = Start.NORMAL;
  private boolean untrustedKextsAllowed;
  private InstantSource clock = InstantSource.system();
  private Daemons daemons = Daemons.RUNNING;
  private Caller caller = Caller.ROOT;
  private String build;
  private HeldKexts held = HeldKexts.NONE;
  private boolean bare;
  private final Map<Path, Function<List<String>, Reply.Result>> programs = new HashMap<>();

  SimulatedMacBuilder(MacOsVersion release) {
    this.release = release;
    this.build = DarwinVersion.build(release);
  }

  /**
   * Chooses the processor. Without it that follows from the table that the Mac holds, if it can be
   * told by its addresses; else it is a 64-bit Intel, from 27 on Apple silicon.
   *
   * @param chip the processor
   * @return this builder
   */
  public SimulatedMacBuilder chip(Chip chip) {
    this.chip = Optional.of(chip);
    return this;
  }

  /**
   * Chooses what the owner of a Mac with Apple silicon allows; without it, kernel extensions.
   *
   * @param bootSecurity the choice
   * @return this builder
   */
  public SimulatedMacBuilder bootSecurity(BootSecurity bootSecurity) {
    this.bootSecurity = bootSecurity;
    return this;
  }

  /**
   * Chooses how the Mac is started for the first time; without it as usual.
   *
   * @param mode the way
   * @return this builder
   */
  public SimulatedMacBuilder boot(BootMode mode) {
    this.start = mode == BootMode.SAFE ? Start.SAFE : Start.NORMAL;
    return this;
  }

  /**
   * Lets kexts in whose signature is bad: {@code kext-dev-mode=1} on 10.10, system integrity
   * protection without kext signing from 10.11. Makes no difference before.
   *
   * @return this builder
   */
  public SimulatedMacBuilder allowingUntrustedKexts() {
    this.untrustedKextsAllowed = true;
    return this;
  }

  /**
   * Leaves kextd out, as on a Mac that runs for a single user; from 10.7 to 10.15.
   *
   * @return this builder
   */
  public SimulatedMacBuilder withoutKextd() {
    this.daemons = Daemons.NONE;
    return this;
  }

  /**
   * Chooses as whom commands run.
   *
   * @param caller the user, and what sudo lets that user do
   * @return this builder
   */
  public SimulatedMacBuilder caller(Caller caller) {
    this.caller = caller;
    return this;
  }

  /**
   * Chooses the build, where the one that follows from the release will not do.
   *
   * @param build the build, such as {@code 19H2026}
   * @return this builder
   */
  public SimulatedMacBuilder build(String build) {
    this.build = build;
    return this;
  }

  /**
   * Lets the kernel hold what the table of a real Mac shows, row for row: tags, references,
   * addresses and all. Later loads come after the highest tag. The Mac has a bundle on its disk for
   * each of these kexts, and those that are not of Apple count as approved.
   *
   * @param snapshot the table
   * @return this builder
   */
  public SimulatedMacBuilder holding(KextSnapshot snapshot) {
    this.held = HeldKexts.of(snapshot);
    return this;
  }

  /**
   * Leaves the kexts of Apple out: the folders for extensions are empty, and so is the kernel, but
   * for what it is told to hold.
   *
   * @return this builder
   */
  public SimulatedMacBuilder withoutBundles() {
    this.bare = true;
    return this;
  }

  /**
   * Adds a program that the simulated Mac does not have, or replaces one that it has.
   *
   * @param executable the absolute path of the program
   * @param answer what it answers to its arguments: an exit status and texts
   * @return this builder
   */
  public SimulatedMacBuilder program(Path executable, Function<List<String>, Reply.Result> answer) {
    this.programs.put(executable, answer);
    return this;
  }

  /**
   * Chooses the time outside the Mac; without it that of the machine that runs the test.
   *
   * @param clock the time; {@link SimulatedMac#advance} goes ahead of it
   * @return this builder
   */
  public SimulatedMacBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Starts the Mac.
   *
   * @return the Mac, with the kexts of Apple on its disk and in its kernel
   * @throws IllegalArgumentException if there was no such Mac
   */
  public SimulatedMac build() {
    Chip processor = processor();
    var platform = new Platform(release, processor.cpu());
    Supplier<List<TestKext>> contents = contents();
    var draft = new Draft(empty -> fill(empty, platform, contents.get()));
    var folder = new TemporaryFolder(draft::writeTo);
    Machine machine = start(platform, new Disk(folder::path, draft));
    var board = new FaultBoard();
    var terminal = new Terminal(machine, caller, daemons, board);
    programs.forEach(terminal::add);
    return new SimulatedMac(folder, machine, terminal, board);
  }

  /**
   * Starts the Mac in a folder, where it stays, with an executable for each of its tools, for
   * programs in any language.
   *
   * @param folder a folder that is empty, or is not there yet
   * @return the Mac
   * @throws IllegalArgumentException if there was no such Mac, the folder is not empty, or the Mac
   *     has programs that answer from the test
   * @throws OnDiskMacException if the folder cannot be written
   */
  public OnDiskMac buildAt(Path folder) {
    if (!programs.isEmpty()) {
      throw new IllegalArgumentException(
          "A Mac on disk outlives this process, and cannot have the programs %s, which answer from it."
              .formatted(programs.keySet()));
    }
    Chip processor = processor();
    Path made = NewFolder.make(folder);
    var platform = new Platform(release, processor.cpu());
    List<TestKext> contents = contents().get();
    new Draft(empty -> fill(empty, platform, contents)).writeTo(made);
    NewFolder.addUsualFolders(made);
    Machine machine = start(platform, Disk.shared(made, HostFiles.HIDDEN));
    return OnDiskMac.create(made, new OnDiskState(machine.state(), caller, daemons, List.of()));
  }

  private Chip processor() {
    Chip processor =
        chip.or(() -> held.chip().filter(itsChip -> itsChip.runs(release)))
            .orElse(Chip.usualOf(release));
    check(processor);
    return processor;
  }

  private Machine start(Platform platform, Disk disk) {
    var rows = held.isUnknown() ? Optional.<List<KextInfo>>empty() : Optional.of(held.rows());
    return Machine.start(new MacDescription(platform, build, rows, start, firmware()), disk, clock);
  }

  private Firmware firmware() {
    Firmware firmware = Firmware.NEW.with(bootSecurity.policy());
    if (!untrustedKextsAllowed) {
      return firmware;
    }
    return release.isAtLeast(Releases.EL_CAPITAN)
        ? firmware.with(SystemIntegrity.ENABLED.without(Allowance.UNTRUSTED_KEXTS))
        : firmware.with(Firmware.BOOT_ARGUMENTS, Signatures.DEVELOPER_MODE);
  }

  private Supplier<List<TestKext>> contents() {
    if (bare) {
      return List::of;
    }
    HeldKexts kexts = held;
    return () -> bundles(release, kexts);
  }

  private static void fill(Draft empty, Platform platform, List<TestKext> contents) {
    var disk = new Disk(() -> NO_FOLDER, empty);
    ExtensionFolders.of(platform.release()).forEach(disk::makeFolder);
    KernelOnDisk.write(disk, platform);
    contents.forEach(kext -> kext.writeTo(disk));
  }

  private static List<TestKext> bundles(MacOsVersion release, HeldKexts held) {
    List<TestKext> bundles = new ArrayList<>();
    bundles.add(AppleKexts.container(release));
    bundles.addAll(AppleKexts.kernelParts(release));
    bundles.addAll(AppleKexts.familiesOnDemand());
    AppleKexts.familiesInUse(release).stream()
        .map(family -> held.isUnknown() ? family.matchesHardware() : family)
        .forEach(bundles::add);
    bundles.addAll(held.bundles(release));
    return bundles;
  }

  private void check(Chip processor) {
    boolean exists =
        release.major() == 10
            ? release.isAtLeast(Releases.SNOW_LEOPARD) && release.minor() <= LAST_OF_10
            : FROM_11.contains(release.major());
    if (!exists) {
      throw new IllegalArgumentException(
          "The simulated Mac knows macOS 10.6 to 10.15, 11 to 15, 26 and 27, not %s."
              .formatted(release));
    }
    if (!processor.runs(release)) {
      throw new IllegalArgumentException(
          "No such Mac runs macOS %s: %s.".formatted(release, processor.releases()));
    }
    boolean kextdOptional =
        release.isAtLeast(Releases.LION) && !release.isAtLeast(Releases.BIG_SUR);
    if (daemons == Daemons.NONE && !kextdOptional) {
      throw new IllegalArgumentException(
          "kextd can be left out from macOS 10.7 to 10.15, not on %s.".formatted(release));
    }
    if (bootSecurity == BootSecurity.FULL && processor != Chip.APPLE_SILICON) {
      throw new IllegalArgumentException(
          "A boot security for kernel extensions is chosen on Apple silicon only.");
    }
  }
}
