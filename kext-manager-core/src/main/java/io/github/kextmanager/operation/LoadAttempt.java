package io.github.kextmanager.operation;

import static io.github.kextmanager.verdict.Category.ALREADY_LOADED_DIFFERENT_VERSION;
import static io.github.kextmanager.verdict.Category.NOT_APPROVED;
import static io.github.kextmanager.verdict.Category.OK_LOADED;
import static io.github.kextmanager.verdict.Category.REBOOT_REQUIRED;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.tool.ToolAnswer;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An attempt to load, and what it shows of each kext.
 *
 * @param tools whose tools were used
 * @param before the first look
 * @param asked the kexts that the tool was asked for
 * @param result what the tool answered; empty if it was not asked
 * @param after the second look; the first one if nothing was run
 * @param commands all that was run
 */
record LoadAttempt(
    Toolset tools,
    Look before,
    List<WantedKext> asked,
    Optional<CommandResult> result,
    SecondLook after,
    List<CommandRecord> commands) {

  static LoadAttempt unnecessary(Toolset tools, Look look, List<CommandRecord> commands) {
    return new LoadAttempt(
        tools, look, List.of(), Optional.empty(), SecondLook.shown(look), commands);
  }

  LoadOutcome outcomeOf(WantedKext wanted) {
    if (after.look().isEmpty()) {
      return new LoadOutcome.Indeterminate(
          wanted.identifier(), Doubt.NOT_OBSERVED, report(after.amend(verdictOn(wanted))));
    }
    Look look = after.look().get();
    return look.snapshot()
        .find(wanted.identifier())
        .map(loaded -> present(wanted, loaded, look))
        .orElseGet(() -> absent(wanted));
  }

  private LoadOutcome present(WantedKext wanted, LoadedKext loaded, Look look) {
    boolean otherBuild =
        asked.contains(wanted) && verdictOn(wanted).category() == ALREADY_LOADED_DIFFERENT_VERSION;
    if (otherBuild || !wanted.isSameVersion(loaded, tools.release())) {
      Verdict verdict =
          otherBuild
              ? verdictOn(wanted)
              : Verdict.of(ALREADY_LOADED_DIFFERENT_VERSION, look.rowsOf(List.of(loaded)));
      return new LoadOutcome.OtherVersionLoaded(loaded, wanted.version(), report(verdict));
    }
    ChangeReport report = report(Verdict.of(OK_LOADED, look.rowsOf(List.of(loaded))));
    boolean wasThere =
        before
            .snapshot()
            .find(wanted.identifier())
            .map(earlier -> earlier.tag().equals(loaded.tag()))
            .orElse(false);
    return wasThere
        ? new LoadOutcome.AlreadyLoaded(loaded, report)
        : new LoadOutcome.Loaded(loaded, report);
  }

  private LoadOutcome absent(WantedKext wanted) {
    Verdict verdict = verdictOn(wanted);
    ChangeReport report = report(verdict);
    Category category = verdict.category();
    if (category == NOT_APPROVED) {
      return new LoadOutcome.Deferred(wanted.identifier(), Deferral.APPROVAL, report);
    }
    if (category == REBOOT_REQUIRED) {
      return new LoadOutcome.Deferred(wanted.identifier(), Deferral.RESTART, report);
    }
    if (result.isPresent() && !(result.get().termination() instanceof Termination.Exited)) {
      Doubt doubt =
          result.get().termination() instanceof Termination.TimedOut
              ? Doubt.TIMED_OUT
              : Doubt.KILLED;
      return new LoadOutcome.Indeterminate(wanted.identifier(), doubt, report);
    }
    Optional<Reason> reason = category.reason();
    if (reason.isPresent()) {
      return new LoadOutcome.Refused(wanted.identifier(), reason.get(), report);
    }
    return wanted.bundle().map(KextBundle::isCodeless).orElse(false)
        ? new LoadOutcome.Accepted(wanted.identifier(), report)
        : new LoadOutcome.Indeterminate(wanted.identifier(), Doubt.CONTRADICTED, report);
  }

  private Verdict verdictOn(WantedKext wanted) {
    return new ToolAnswer(tools.load().name(), tools.release(), result.orElseThrow())
        .verdictOn(wanted.subject(), asked.stream().map(WantedKext::subject).toList());
  }

  private ChangeReport report(Verdict verdict) {
    return new ChangeReport(verdict, after.changesSince(before), commands);
  }
}
