package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A simulated Mac that stands in a folder, by the word that names the folder. */
public final class StandingMac {
  private StandingMac() {}

  /**
   * The Mac.
   *
   * @throws UsageException if the word is no path
   * @throws io.github.kextmanager.testing.OnDiskMacException if no Mac stands there
   */
  public static OnDiskMac at(String folder) {
    try {
      return OnDiskMac.at(Path.of(folder));
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + folder + "\" is no path: " + e.getReason() + ".");
    }
  }

  /**
   * Does something to it.
   *
   * @throws UsageException if this Mac cannot do that
   */
  public static void change(OnDiskMac mac, Consumer<SimulatedMac> change) {
    try {
      mac.change(change);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
