package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.operation.Loader.Insistence;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;

/**
 * Unloads a kext and loads it again, in one turn. The look after the one is the look before the
 * other.
 *
 * <p>Thread-safe.
 */
public final class Reloader {
  private final Mac mac;

  /**
   * Creates a reloader.
   *
   * @param mac where it reloads
   */
  public Reloader(Mac mac) {
    this.mac = mac;
  }

  /**
   * Unloads a kext and loads it again.
   *
   * @param target the kext
   * @return how both came out
   */
  public ReloadOutcome reload(LoadRequest.Target target) {
    var request = new LoadRequest(List.of(target), List.of(), List.of());
    List<WantedKext> wanted = WantedKext.of(request, mac.root());
    return mac.turn().take(() -> reload(request, wanted));
  }

  private ReloadOutcome reload(LoadRequest request, List<WantedKext> wanted) {
    Commands commands = mac.commands();
    Toolset tools = mac.host().toolset(commands);
    UnloadAttempt attempt =
        new Unloader(mac).attempt(UnloadRequest.of(wanted.get(0).identifier()), tools, commands);
    UnloadOutcome unloaded = attempt.outcomes().get(0);
    if (!unloaded.isAbsent()) {
      return new ReloadOutcome(unloaded, Optional.empty());
    }
    LoadOutcome loaded =
        new Loader(mac)
            .attempt(
                wanted,
                request,
                Insistence.TRUST_THE_LOOK,
                tools,
                commands,
                attempt.after().look()::orElseThrow)
            .get(0);
    return new ReloadOutcome(unloaded, Optional.of(loaded));
  }
}
