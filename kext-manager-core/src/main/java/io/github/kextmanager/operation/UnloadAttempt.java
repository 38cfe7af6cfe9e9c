package io.github.kextmanager.operation;

import static io.github.kextmanager.verdict.Category.HAS_DEPENDENTS;
import static io.github.kextmanager.verdict.Category.IN_USE;
import static io.github.kextmanager.verdict.Category.NOT_FOUND;
import static io.github.kextmanager.verdict.Category.OK_UNLOADED;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.Subject;
import io.github.kextmanager.tool.ToolAnswer;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An attempt to unload, and what it shows of each kext.
 *
 * @param root the folder below which the files of the Mac are
 * @param tools whose tools were used
 * @param order the kexts, in the order of unloading
 * @param before the first look
 * @param result what the tool answered; empty if it was not asked
 * @param after the second look; the first one if nothing was run
 * @param commands all that was run
 */
record UnloadAttempt(
    Path root,
    Toolset tools,
    UnloadOrder order,
    Look before,
    Optional<CommandResult> result,
    SecondLook after,
    List<CommandRecord> commands) {

  List<UnloadOutcome> outcomes() {
    return order.identifiers().stream().map(this::outcomeOf).toList();
  }

  private UnloadOutcome outcomeOf(BundleIdentifier identifier) {
    Optional<LoadedKext> was = before.snapshot().find(identifier);
    if (was.isEmpty()) {
      return new UnloadOutcome.NotLoaded(identifier, report(Verdict.of(NOT_FOUND, List.of())));
    }
    List<LoadedKext> holders = order.holders().getOrDefault(identifier, List.of());
    if (!holders.isEmpty()) {
      return new UnloadOutcome.InUse(
          was.get(),
          holders,
          List.of(),
          report(Verdict.of(HAS_DEPENDENTS, before.rowsOf(holders))));
    }
    if (after.look().isEmpty()) {
      return new UnloadOutcome.Indeterminate(
          identifier, Doubt.NOT_OBSERVED, report(after.amend(verdictOn(identifier))));
    }
    return after
        .look()
        .get()
        .snapshot()
        .find(identifier)
        .map(is -> present(was.get(), is))
        .orElseGet(
            () ->
                new UnloadOutcome.Unloaded(
                    was.get(), nextStart(identifier), report(goneVerdict(identifier))));
  }

  private UnloadOutcome present(LoadedKext was, LoadedKext is) {
    Verdict verdict = verdictOn(is.identifier());
    ChangeReport report = report(verdict);
    if (!was.tag().equals(is.tag())) {
      return new UnloadOutcome.Indeterminate(is.identifier(), Doubt.CAME_BACK, report);
    }
    Category category = verdict.category();
    if (category == IN_USE || category == HAS_DEPENDENTS) {
      List<LoadedKext> dependents = after.look().orElseThrow().snapshot().dependentsOf(is);
      return new UnloadOutcome.InUse(is, dependents, verdict.holders(), report);
    }
    if (!(result.orElseThrow().termination() instanceof Termination.Exited)) {
      Doubt doubt =
          result.get().termination() instanceof Termination.TimedOut
              ? Doubt.TIMED_OUT
              : Doubt.KILLED;
      return new UnloadOutcome.Indeterminate(is.identifier(), doubt, report);
    }
    Optional<Reason> reason = category.reason();
    return reason.isPresent()
        ? new UnloadOutcome.Refused(is.identifier(), reason.get(), report)
        : new UnloadOutcome.Indeterminate(is.identifier(), Doubt.CONTRADICTED, report);
  }

  /** It is gone, whatever the tool said; what it said is kept. */
  private Verdict goneVerdict(BundleIdentifier identifier) {
    return Verdict.of(OK_UNLOADED, verdictOn(identifier).evidence());
  }

  private Verdict verdictOn(BundleIdentifier identifier) {
    return new ToolAnswer(tools.unload().name(), tools.release(), result.orElseThrow())
        .verdictOn(subject(identifier), order.open().stream().map(UnloadAttempt::subject).toList());
  }

  private static Subject subject(BundleIdentifier identifier) {
    return new Subject(identifier, Optional.empty());
  }

  private NextStart nextStart(BundleIdentifier identifier) {
    if (tools.release().isAtLeast(MacOsVersion.BIG_SUR)) {
      return NextStart.RETURNS;
    }
    return new ExtensionFolders(root, tools.release()).find(identifier).isEmpty()
        ? NextStart.STAYS_AWAY
        : NextStart.MAY_RETURN;
  }

  private ChangeReport report(Verdict verdict) {
    return new ChangeReport(verdict, after.changesSince(before), commands);
  }
}
