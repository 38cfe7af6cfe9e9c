package io.github.kextmanager.examples.embedding;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A VPN client's view of its driver: up or not, and if not, what to tell the person at the Mac.
 *
 * <p>The client has a window, so it does not wait on its own thread, and it gives up after a while.
 */
public final class TunnelDriver {
  private static final Path BUNDLE = Path.of("/Library/Extensions/Tunnel.kext");

  private final KextManager manager;

  /**
   * Creates the view.
   *
   * @param manager reaches the Mac
   */
  public TunnelDriver(KextManager manager) {
    this.manager = manager;
  }

  /**
   * Brings the driver up.
   *
   * @param patience how long to wait
   * @return what to show in the window
   * @throws InterruptedException if the thread is interrupted; the driver is left as it is
   */
  public String bringUp(Duration patience) throws InterruptedException {
    Operation<LoadOutcome> loading =
        manager.start(m -> m.ensureLoaded(LoadRequest.of(BUNDLE)).get(0));
    Optional<LoadOutcome> outcome = loading.await(patience);
    if (outcome.isEmpty()) {
      loading.cancel();
      return "macOS is busy. Please try again.";
    }
    return message(outcome.get());
  }

  private static String message(LoadOutcome outcome) {
    if (outcome.isLoaded()) {
      return "Connected.";
    }
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      return switch (deferred.until()) {
        case APPROVAL -> "Please allow the driver in System Settings, Privacy & Security.";
        case RESTART -> "Please restart your Mac.";
      };
    }
    if (outcome instanceof LoadOutcome.OtherVersionLoaded other) {
      return "An older driver (%s) is running. Please restart your Mac."
          .formatted(other.kext().version());
    }
    return "The driver could not be loaded: " + outcome.report().verdict().category();
  }
}
