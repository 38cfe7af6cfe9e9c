package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
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
   * @param request the kext, and what it needs
   * @return how both came out
   * @throws IllegalArgumentException if the request names more than one kext
   */
  public ReloadOutcome reload(LoadRequest request) {
    if (request.targets().size() > 1) {
      throw new IllegalArgumentException("One kext is reloaded at a time.");
    }
    WantedKext wanted = WantedKext.of(request, mac.root()).get(0);
    UnloadRequest unloading = UnloadRequest.of(BundleIdentifier.of(wanted.identifier().value()));
    LoadRequest resolved = LibraryPaths.resolved(request, mac.root());
    return mac.turn()
        .take(
            () -> {
              try (var change = mac.memory().change(Aim.LOADED)) {
                return reload(resolved, wanted, unloading, change);
              }
            });
  }

  /** One change, begun before the kext is stopped: what is wanted is that it is loaded. */
  private ReloadOutcome reload(
      LoadRequest request, WantedKext wanted, UnloadRequest unloading, RememberedChange change) {
    Commands commands = mac.commands();
    Toolset tools = mac.host().toolset(commands);
    change.begin(List.of(wanted.asked(mac.root(), tools.release())));
    UnloadAttempt attempt = new Unloader(mac).attempt(unloading, tools, commands, change);
    UnloadOutcome unloaded = attempt.outcomes().get(0);
    if (!unloaded.isAbsent()) {
      if (!(unloaded instanceof UnloadOutcome.Indeterminate)) {
        change.cameOut(Findings.NOTHING_OWED);
      }
      return new ReloadOutcome(unloaded, Optional.empty(), Optional.empty());
    }
    try {
      LoadOutcome loaded =
          new Loader(mac)
              .attempt(
                  List.of(wanted),
                  request,
                  Insistence.TRUST_THE_LOOK,
                  tools,
                  commands,
                  attempt.after().look()::orElseThrow,
                  new BootPolicyWitness(mac),
                  change)
              .get(0);
      return new ReloadOutcome(unloaded, Optional.of(loaded), Optional.empty());
    } catch (CommandException failure) {
      return new ReloadOutcome(unloaded, Optional.empty(), Optional.of(failure));
    }
  }
}
