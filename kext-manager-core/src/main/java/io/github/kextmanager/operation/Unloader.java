package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.journal.Aim;
import io.github.kextmanager.journal.AskedKext;
import io.github.kextmanager.journal.Debt;
import io.github.kextmanager.journal.JournalEvent.Owed;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.tool.Toolset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
              Toolset tools = mac.host().toolset(commands);
              try (var change = mac.memory().change(Aim.ABSENT)) {
                UnloadAttempt attempt = attempt(request, tools, commands, change);
                List<UnloadOutcome> outcomes = attempt.outcomes();
                change.cameOut(new UnloadFindings(outcomes, attempt.accepted()));
                return outcomes;
              }
            });
  }

  UnloadAttempt attempt(
      UnloadRequest request, Toolset tools, Commands commands, RememberedChange change) {
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
          LogWitness.from(mac, tools.release(), commands),
          accepted());
    }
    LogWitness witness = LogWitness.from(mac, tools.release(), commands);
    CommandLine command = tools.unload().command(open, mac.deadlines().unload());
    Privilege privilege = mac.host().privilege(commands);
    Set<BundleIdentifier> accepted = accepted();
    change.begin(open.stream().map(AskedKext::of).toList());
    CommandResult result = change.make(() -> commands.runAsRoot(command, privilege));
    SecondLook after = SecondLook.after(result, before, tools.look(), commands, mac.deadlines());
    return new UnloadAttempt(
        mac.root(),
        tools,
        order,
        before,
        Optional.of(result),
        after,
        commands.records(),
        witness,
        accepted);
  }

  /** Of which a restart is owed since this start of the Mac: as far as anybody knows. */
  private Set<BundleIdentifier> accepted() {
    return mac.memory().readIfPossible().owed().stream()
        .filter(entry -> isAccepted((Owed) entry.event()))
        .filter(entry -> entry.bootSession().equals(mac.memory().session()))
        .map(entry -> ((Owed) entry.event()).kext().identifier())
        .collect(Collectors.toSet());
  }

  private static boolean isAccepted(Owed owed) {
    return owed.aim() == Aim.LOADED && owed.debt() == Debt.RESTART;
  }
}
