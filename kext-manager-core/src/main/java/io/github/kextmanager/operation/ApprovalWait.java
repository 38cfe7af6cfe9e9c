package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.operation.Loader.Insistence;
import io.github.kextmanager.operation.SignsOfApproval.Sign;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One wait for approvals, with the outcomes of the last attempt.
 *
 * <p>For one thread.
 */
final class ApprovalWait {
  private final Mac mac;
  private final LoadRequest request;
  private final Waiting waiting;
  private final Patience patience;
  private final Toolset tools;
  private final BootPolicyWitness policy;
  private List<LoadOutcome> outcomes;
  private Sign last = Sign.NONE;

  /** Makes the first attempt. */
  ApprovalWait(Mac mac, LoadRequest request, Waiting waiting) {
    this.mac = mac;
    this.request = request;
    this.waiting = waiting;
    this.patience = new Patience(mac, waiting);
    // Before anything is changed: afterwards the thread may be interrupted, and can ask nobody.
    this.tools = mac.host().toolset(mac.commands());
    this.policy = new BootPolicyWitness(mac);
    this.outcomes = attempt();
    tellOutcomes();
  }

  /** Waits until nothing waits for an approval any more, or the time is over. */
  List<LoadOutcome> end() {
    try {
      while (isAwaited() && patience.pause()) {
        look();
      }
    } catch (CommandInterruptedException | ChangeInterruptedException interrupted) {
      // The flag is set again, and what is known is told.
      return outcomes;
    }
    return outcomes;
  }

  private List<LoadOutcome> attempt() {
    return new Loader(mac).load(request, Insistence.TRUST_THE_LOOK, policy);
  }

  private void look() {
    Sign sign = new SignsOfApproval(probe().policy(), awaited()).read(last, patience);
    if (sign == Sign.NONE) {
      waiting.listener().accept(new WaitEvent.StillWaiting(patience.elapsed()));
      return;
    }
    event(sign).ifPresent(waiting.listener());
    last = sign;
    askAgain();
  }

  private Optional<WaitEvent> event(Sign sign) {
    return switch (sign) {
      case APPROVED -> Optional.of(new WaitEvent.Approved());
      // How long later releases ask nobody has said.
      case ASKED_LONG_AGO ->
          tools.release().isAtLeast(MacOsVersion.BIG_SUR)
              ? Optional.empty()
              : Optional.of(new WaitEvent.PromptExpired());
      case NOBODY_CAN_TELL, NONE -> Optional.empty();
    };
  }

  private void askAgain() {
    try {
      outcomes = attempt();
    } catch (CommandInterruptedException interrupted) {
      if (wasLoading(interrupted)) {
        outcomes = outcomes.stream().map(ApprovalWait::unknown).toList();
      }
      throw interrupted;
    }
    tellOutcomes();
  }

  private void tellOutcomes() {
    patience.asked();
    waiting.listener().accept(new WaitEvent.Asked(outcomes));
    outcomes.stream().flatMap(ApprovalWait::hopeless).distinct().forEach(waiting.listener());
  }

  /** Whether the tool that loads had been started, so that it may have done its work. */
  private boolean wasLoading(CommandInterruptedException interrupted) {
    CommandLine command = interrupted.command();
    boolean isLook = command.argv().equals(tools.look().command(mac.deadlines().look()).argv());
    return interrupted.kill().outcome() != KillReport.Outcome.NOT_STARTED
        && !isLook
        && command.argv().contains(tools.load().name().path());
  }

  private static LoadOutcome unknown(LoadOutcome before) {
    return isAwaited(before)
        ? new LoadOutcome.Indeterminate(before.identifier(), Doubt.NOT_OBSERVED, before.report())
        : before;
  }

  private List<BundleIdentifier> awaited() {
    return outcomes.stream().filter(ApprovalWait::isAwaited).map(LoadOutcome::identifier).toList();
  }

  private boolean isAwaited() {
    return outcomes.stream().anyMatch(ApprovalWait::isAwaited);
  }

  private static boolean isAwaited(LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.Deferred deferred
        && deferred.until() == Deferral.APPROVAL;
  }

  private static Stream<WaitEvent> hopeless(LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.Refused refused
            && refused.reason() == Reason.SECURE_BOOT_POLICY
        ? Stream.of(new WaitEvent.Hopeless(refused.reason().meaning()))
        : Stream.empty();
  }

  private HostProbe probe() {
    return new HostProbe(
        mac.runner(), mac.root(), mac.host().privilege(mac.commands()), mac.deadlines().look());
  }
}
