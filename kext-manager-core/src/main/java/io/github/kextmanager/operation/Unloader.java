package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Unloads kexts: one look, at most one command, one more look.
 *
 * <p>Thread-safe.
 */
public final class Unloader {
  private final Mac mac;

  /**
   * Creates an unloader.
   *
   * @param mac where it unloads
   */
  public Unloader(Mac mac) {
    this.mac = mac;
  }

  /**
   * Unloads what is loaded.
   *
   * @param request the kexts
   * @return an outcome for each kext that was named, and for each dependent that was to go first,
   *     in the order of unloading
   */
  public List<UnloadOutcome> unload(UnloadRequest request) {
    request.identifiers().forEach(identifier -> BundleIdentifier.of(identifier.value()));
    return mac.turn()
        .take(
            () -> {
              Commands commands = mac.commands();
              List<UnloadOutcome> outcomes =
                  attempt(request, mac.host().toolset(commands), commands).outcomes();
              mac.memory().noteUnloads(outcomes);
              return outcomes;
            });
  }

  UnloadAttempt attempt(UnloadRequest request, Toolset tools, Commands commands) {
    Look before = Look.take(tools.look(), commands, mac.deadlines().look());
    UnloadOrder order = UnloadOrder.of(request, before.snapshot());
    List<BundleIdentifier> open = order.open();
    if (open.isEmpty()) {
      return new UnloadAttempt(
          mac.root(),
          tools,
          order,
          before,
          Optional.empty(),
          SecondLook.shown(before),
          commands.records(),
          LogWitness.from(mac, tools.release(), commands));
    }
    LogWitness witness = LogWitness.from(mac, tools.release(), commands);
    UUID change = mac.memory().begin("unload", open);
    CommandResult result;
    try {
      result =
          commands.runAsRoot(
              tools.unload().command(open, mac.deadlines().unload()),
              mac.host().privilege(commands));
    } finally {
      mac.memory().end(change);
    }
    SecondLook after = SecondLook.after(result, before, tools.look(), commands, mac.deadlines());
    return new UnloadAttempt(
        mac.root(), tools, order, before, Optional.of(result), after, commands.records(), witness);
  }
}
