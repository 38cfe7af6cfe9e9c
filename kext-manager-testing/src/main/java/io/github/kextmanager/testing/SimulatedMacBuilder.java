package io.github.kextmanager.testing;

import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says what a simulated Mac is like. Without more it is an Intel Mac, and commands run as root.
 *
 * @since 0.1.0
 */
public final class SimulatedMacBuilder {
  private final MacOsVersion release;
  private Chip chip = Chip.INTEL;
  private Caller caller = Caller.ROOT;
  private String build;
  private HeldKexts held = HeldKexts.NONE;
  private final Map<Path, Function<List<String>, Reply.Result>> programs = new HashMap<>();

  SimulatedMacBuilder(MacOsVersion release) {
    this.release = release;
    this.build = DarwinVersion.build(release);
  }

  /**
   * Chooses the processor.
   *
   * @param chip the processor
   * @return this builder
   */
  public SimulatedMacBuilder chip(Chip chip) {
    this.chip = chip;
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
   * Starts the Mac.
   *
   * @return the Mac, with the kexts of Apple on its disk and in its kernel
   * @throws IllegalArgumentException if there was no such Mac
   */
  public SimulatedMac build() {
    check();
    HeldKexts kexts = held;
    var folder = new TemporaryFolder(made -> fill(made, release, kexts));
    var disk = new Disk(folder::path);
    var machine = new Machine(new Platform(release, chip.cpu()), disk, kexts);
    var installed = new Programs(machine, build, caller);
    programs.forEach(installed::add);
    return new SimulatedMac(folder, machine, installed, caller);
  }

  private static void fill(Path folder, MacOsVersion release, HeldKexts held) {
    var disk = new Disk(() -> folder);
    ExtensionFolders.of(release).forEach(disk::makeFolder);
    bundles(release, held).forEach(kext -> kext.writeTo(disk));
  }

  private static List<KextFixture> bundles(MacOsVersion release, HeldKexts held) {
    List<KextFixture> bundles = new ArrayList<>();
    bundles.add(AppleKexts.container(release));
    bundles.addAll(AppleKexts.kernelParts(release));
    bundles.addAll(AppleKexts.familiesOnDemand());
    AppleKexts.familiesInUse().stream()
        .map(family -> held.isUnknown() ? family.matchesHardware() : family)
        .forEach(bundles::add);
    bundles.addAll(held.bundles());
    return bundles;
  }

  private void check() {
    boolean catalina = release.major() == 10 && release.minor() == 15;
    if (!catalina && release.major() != 14) {
      throw new IllegalArgumentException(
          "The simulated Mac knows macOS 10.15 and 14, not %s.".formatted(release));
    }
    if (chip == Chip.APPLE_SILICON && !release.isAtLeast(MacOsVersion.BIG_SUR)) {
      throw new IllegalArgumentException(
          "No Mac with Apple silicon runs macOS %s; the first release for it is 11."
              .formatted(release));
    }
  }
}
