package io.github.kextmanager.cli.mac;

import io.github.kextmanager.KextManagerBuilder;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.util.Optional;

/** A simulated Mac that stands in a folder, and goes on when the command has ended. */
final class StandingHost implements ReachedMac {
  private final OnDiskMac mac;
  private final MacOsVersion release;

  private StandingHost(OnDiskMac mac, MacOsVersion release) {
    this.mac = mac;
    this.release = release;
  }

  /**
   * The Mac in a folder.
   *
   * @throws io.github.kextmanager.testing.OnDiskMacException if there is none
   */
  static StandingHost in(Path folder) {
    OnDiskMac mac = OnDiskMac.at(folder);
    return new StandingHost(mac, mac.report().release());
  }

  @Override
  public void connect(KextManagerBuilder builder, Need need) {
    builder.runner(mac).release(release).root(mac.root());
  }

  @Override
  public Ownership ownership() {
    return (seen, onDisk) -> {
      FileOwner owner = mac.ask(standing -> standing.owner(seen));
      return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
    };
  }

  Path root() {
    return mac.root();
  }

  @Override
  public String name() {
    return "simulated macOS " + release + " in " + mac.root();
  }

  /** Its files are there. */
  @Override
  public Optional<String> bring(Path path) {
    return SimulatedFiles.exists(mac.root(), path)
        ? Optional.empty()
        : Optional.of("%s is looked for in %s".formatted(path, mac.root()));
  }

  @Override
  public void close() {}
}
