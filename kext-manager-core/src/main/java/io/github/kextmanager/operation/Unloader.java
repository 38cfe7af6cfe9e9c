package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.SudoRefusal;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;

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
    return mac.turn()
        .take(
            () -> {
              Commands commands = mac.commands();
              return attempt(request, mac.host().toolset(commands), commands).outcomes();
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
          Optional.of(before),
          commands.records());
    }
    CommandResult result =
        commands.runAsRoot(
            tools.unload().command(open, mac.deadlines().unload()), mac.host().privilege(commands));
    // sudo refused, so the tool did not run and there is nothing new to see.
    Optional<Look> after =
        SudoRefusal.in(result).isPresent() ? Optional.of(before) : lookAgain(tools, commands);
    return new UnloadAttempt(
        mac.root(), tools, order, before, Optional.of(result), after, commands.records());
  }

  /** The look after a change. That it failed must not hide that something was changed. */
  private Optional<Look> lookAgain(Toolset tools, Commands commands) {
    try {
      return Optional.of(Look.take(tools.look(), commands, mac.deadlines().look()));
    } catch (KextException failed) {
      return Optional.empty();
    }
  }
}
