package io.github.kextmanager.cli.mac;

import io.github.kextmanager.KextManagerBuilder;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A simulated Mac that lives as long as the command. */
final class SimulatedHost implements ReachedMac {
  private final SimulatedMac mac;
  private final MacOsVersion release;
  private final Optional<Path> files;

  private SimulatedHost(SimulatedMac mac, MacOsVersion release, Optional<Path> files) {
    this.mac = mac;
    this.release = release;
    this.files = files;
  }

  static SimulatedHost start(GlobalOptions options, Console console) {
    if (options.root().isPresent() && !Files.isDirectory(options.root().get())) {
      throw new UsageException("--root: " + options.root().get() + " is no folder.");
    }
    if (options.simulatedFrom().isEmpty()) {
      MacOsVersion release = options.simulated().orElseThrow();
      return start(SimulatedMac.builder(release), release, options);
    }
    KextSnapshot held = HeldTable.read(options.simulatedFrom().get(), console);
    MacOsVersion release = options.simulated().orElseGet(() -> HeldTable.release(held));
    return start(SimulatedMac.builder(release).holding(held), release, options);
  }

  private static SimulatedHost start(
      SimulatedMacBuilder builder, MacOsVersion release, GlobalOptions options) {
    SimulatedMac mac;
    try {
      mac = builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--simulate: " + e.getMessage());
    }
    return new SimulatedHost(mac, release, options.root());
  }

  @Override
  public void connect(KextManagerBuilder builder, Need need) {
    builder.runner(mac).release(release);
    if (need == Need.KERNEL_AND_FILES) {
      builder.root(mac.root());
      bring(Path.of("/Library/Extensions"));
      bring(Path.of("/System/Library/Extensions"));
    }
  }

  @Override
  public Ownership ownership() {
    return (seen, onDisk) -> {
      FileOwner owner = mac.owner(seen);
      return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
    };
  }

  @Override
  public String name() {
    return "simulated macOS " + release;
  }

  /** Copies what lies at a path below the folder of the user to the same path of the Mac. */
  @Override
  public Optional<String> bring(Path path) {
    if (files.isPresent()) {
      Path relative = Path.of("/").relativize(path);
      TreeCopy.copy(files.get().resolve(relative), mac.root().resolve(relative));
    }
    return SimulatedFiles.exists(mac.root(), path) ? Optional.empty() : Optional.of(why(path));
  }

  private String why(Path path) {
    return files
        .map(
            folder ->
                "the simulated Mac has a copy of the files below %s, and there is no %s there"
                    .formatted(folder, path))
        .orElseGet(
            () ->
                "the simulated Mac has no files but its own, so no %s: --root DIR gives it those below"
                        .formatted(path)
                    + " DIR (--root / those of this machine)");
  }

  @Override
  public void close() {
    mac.close();
  }
}
