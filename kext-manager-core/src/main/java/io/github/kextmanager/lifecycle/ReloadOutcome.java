package io.github.kextmanager.lifecycle;

import io.github.kextmanager.command.CommandException;
import java.util.Optional;

/**
 * How an attempt to unload a kext and load it again came out.
 *
 * @param unloaded how the unloading came out
 * @param loaded how the loading came out; empty if it was not tried, because the kext is still
 *     there
 * @param failure why the loading could not be tried although the kext was unloaded: macOS could not
 *     be asked
 */
public record ReloadOutcome(
    UnloadOutcome unloaded, Optional<LoadOutcome> loaded, Optional<CommandException> failure) {
  /**
   * Whether the kext is loaded anew.
   *
   * @return true if it was absent in between and is loaded now
   */
  public boolean isReloaded() {
    return loaded.map(LoadOutcome::isLoaded).orElse(false);
  }
}
