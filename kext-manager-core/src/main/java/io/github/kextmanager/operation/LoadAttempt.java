package io.github.kextmanager.operation;

import static io.github.kextmanager.verdict.Category.ALREADY_LOADED_DIFFERENT_VERSION;
import static io.github.kextmanager.verdict.Category.OK_LOADED;
import static io.github.kextmanager.verdict.Category.UNKNOWN;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.ToolAnswer;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An attempt to load, and what it shows of each kext.
 *
 * @param root the folder below which the files of the Mac are
 * @param tools whose tools were used
 * @param before the first look
 * @param asked the kexts that the tool was asked for
 * @param result what the tool answered; empty if it was not asked
 * @param after the second look; the first one if nothing was run
 * @param commands all that was run
 */
record LoadAttempt(
    Path root,
    Toolset tools,
    Look before,
    List<WantedKext> asked,
    Optional<CommandResult> result,
    SecondLook after,
    List<CommandRecord> commands) {

  static LoadAttempt unnecessary(
      Path root, Toolset tools, Look look, List<CommandRecord> commands) {
    return new LoadAttempt(
        root, tools, look, List.of(), Optional.empty(), SecondLook.shown(look), commands);
  }

  LoadOutcome outcomeOf(WantedKext wanted) {
    if (after.look().isEmpty()) {
      return unknown(wanted, Doubt.NOT_OBSERVED, after.amend(said(wanted)));
    }
    Look look = after.look().get();
    return look.snapshot()
        .find(wanted.identifier())
        .map(loaded -> present(wanted, loaded, look))
        .orElseGet(() -> absent(wanted));
  }

  private LoadOutcome present(WantedKext wanted, LoadedKext loaded, Look look) {
    Verdict said = said(wanted);
    boolean stays =
        before
            .snapshot()
            .find(wanted.identifier())
            .map(earlier -> earlier.tag().equals(loaded.tag()))
            .orElse(false);
    BuildComparison build =
        stays
            ? BuildComparison.of(loaded, wanted.bundle(), root, tools.release())
            : BuildComparison.NOT_KNOWN;
    boolean isOther =
        said.category() == ALREADY_LOADED_DIFFERENT_VERSION
            || build == BuildComparison.DIFFERENT
            || !wanted.isSameVersion(loaded, tools.release());
    List<Evidence> row = look.rowsOf(List.of(loaded));
    if (stays && asked.contains(wanted) && !mayRunAsWanted(wanted, loaded, build)) {
      Verdict seen = said.withEvidence(joined(row, said.evidence()));
      Verdict both =
          isOther
              ? seen.withAlso(joined(said.also(), List.of(ALREADY_LOADED_DIFFERENT_VERSION)))
              : seen;
      Optional<LoadOutcome> answer = answered(wanted, loaded, said, both);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    if (isOther) {
      Verdict verdict = withObjection(said.withCategory(ALREADY_LOADED_DIFFERENT_VERSION), said);
      return new LoadOutcome.OtherVersionLoaded(
          loaded, wanted.version(), report(verdict.withEvidence(joined(row, said.evidence()))));
    }
    Verdict seen = Verdict.of(OK_LOADED, joined(row, said.evidence()));
    ChangeReport report = report(withObjection(seen, said));
    return stays
        ? new LoadOutcome.AlreadyLoaded(loaded, report)
        : new LoadOutcome.Loaded(loaded, report);
  }

  /** What the tool answered about a bundle that may be another than the one that runs. */
  private Optional<LoadOutcome> answered(
      WantedKext wanted, LoadedKext loaded, Verdict said, Verdict both) {
    Optional<Deferral> deferral = deferral(said);
    if (deferral.isPresent()) {
      return Optional.of(
          new LoadOutcome.Deferred(wanted.identifier(), deferral.get(), report(said)));
    }
    Optional<Doubt> cutShort = Ending.doubt(result.orElseThrow().termination());
    if (cutShort.isPresent()) {
      return Optional.of(unknown(wanted, cutShort.get(), said));
    }
    return objection(said)
        .flatMap(Category::reason)
        .map(
            reason ->
                new LoadOutcome.Refused(
                    wanted.identifier(), reason, Optional.of(loaded), report(both)));
  }

  /** What the tool said against a kext, whatever runs; a text that is not known is nothing. */
  private static Optional<Category> objection(Verdict said) {
    boolean isOne =
        said.category() != UNKNOWN
            && said.category() != ALREADY_LOADED_DIFFERENT_VERSION
            && said.category().reason().isPresent();
    return isOne ? Optional.of(said.category()) : Optional.empty();
  }

  private static Verdict withObjection(Verdict verdict, Verdict said) {
    return objection(said).map(against -> verdict.withAlso(List.of(against))).orElse(verdict);
  }

  /**
   * Whether a kext that was there before and is to wait runs all the same. Up to 10.15 kextd asks
   * whether a kext is allowed before the kernel is asked at all, so that one whose approval was
   * taken back is refused while it runs (kext_tools, kextd_request.c). From macOS 11 on another
   * build of the same version may wait for the next start.
   */
  private boolean mayRunAsWanted(WantedKext wanted, LoadedKext loaded, BuildComparison build) {
    return wanted.isSameVersion(loaded, tools.release())
        && (build == BuildComparison.SAME || !tools.release().isAtLeast(MacOsVersion.BIG_SUR));
  }

  private LoadOutcome absent(WantedKext wanted) {
    if (!asked.contains(wanted)) {
      return unknown(wanted, Doubt.DISAPPEARED, said(wanted));
    }
    Optional<Verdict> verdict = verdictOn(wanted);
    if (verdict.isEmpty()) {
      return unknown(wanted, Doubt.NOT_MENTIONED, said(wanted));
    }
    Verdict said = verdict.get();
    Optional<Deferral> deferral = deferral(said);
    if (deferral.isPresent()) {
      return new LoadOutcome.Deferred(wanted.identifier(), deferral.get(), report(said));
    }
    Optional<Doubt> cutShort = Ending.doubt(result.orElseThrow().termination());
    if (cutShort.isPresent()) {
      return unknown(wanted, cutShort.get(), said);
    }
    Optional<Reason> reason = said.category().reason();
    if (reason.isPresent()) {
      return new LoadOutcome.Refused(
          wanted.identifier(), reason.get(), Optional.empty(), report(said));
    }
    return wanted.isCodeless(root, tools.release())
        ? new LoadOutcome.Accepted(wanted.identifier(), report(said))
        : unknown(wanted, Doubt.CONTRADICTED, said);
  }

  private LoadOutcome unknown(WantedKext wanted, Doubt doubt, Verdict verdict) {
    return new LoadOutcome.Indeterminate(wanted.identifier(), doubt, report(verdict));
  }

  private static Optional<Deferral> deferral(Verdict verdict) {
    return switch (verdict.category()) {
      case NOT_APPROVED -> Optional.of(Deferral.APPROVAL);
      case REBOOT_REQUIRED -> Optional.of(Deferral.RESTART);
      default -> Optional.empty();
    };
  }

  /** What was said of a kext; of one that was not asked for, or not spoken of, nothing is known. */
  private Verdict said(WantedKext wanted) {
    if (!asked.contains(wanted)) {
      Optional<LoadedKext> seen = before.snapshot().find(wanted.identifier());
      return Verdict.of(UNKNOWN, before.rowsOf(seen.stream().toList()));
    }
    return verdictOn(wanted).orElseGet(() -> answer().verdict().withCategory(UNKNOWN));
  }

  private Optional<Verdict> verdictOn(WantedKext wanted) {
    return answer().verdictOn(wanted.subject(), asked.stream().map(WantedKext::subject).toList());
  }

  private ToolAnswer answer() {
    return new ToolAnswer(tools.load().name(), tools.release(), result.orElseThrow());
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private ChangeReport report(Verdict verdict) {
    return new ChangeReport(verdict, after.changesSince(before), commands);
  }
}
