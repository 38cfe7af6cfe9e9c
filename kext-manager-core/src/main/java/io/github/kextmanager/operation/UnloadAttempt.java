package io.github.kextmanager.operation;

import static io.github.kextmanager.verdict.Category.HAS_DEPENDENTS;
import static io.github.kextmanager.verdict.Category.IN_USE;
import static io.github.kextmanager.verdict.Category.NOT_FOUND;
import static io.github.kextmanager.verdict.Category.OK_UNLOADED;
import static io.github.kextmanager.verdict.Category.UNKNOWN;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.Subject;
import io.github.kextmanager.tool.ToolAnswer;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param witness what the log says
 * @param accepted the kexts that macOS has accepted for its next start
 */
record UnloadAttempt(
    Path root,
    Toolset tools,
    UnloadOrder order,
    Look before,
    Optional<CommandResult> result,
    SecondLook after,
    List<CommandRecord> commands,
    LogWitness witness,
    Set<BundleIdentifier> accepted) {

  List<UnloadOutcome> outcomes() {
    return order.identifiers().stream().map(this::outcomeOf).toList();
  }

  private UnloadOutcome outcomeOf(BundleIdentifier identifier) {
    Optional<LoadedKext> was = before.snapshot().find(identifier);
    if (was.isEmpty()) {
      return wasAbsent(identifier);
    }
    List<LoadedKext> dependents = order.holders().getOrDefault(identifier, List.of());
    if (!dependents.isEmpty()) {
      Verdict verdict = Verdict.of(HAS_DEPENDENTS, before.rowsOf(dependents));
      return new UnloadOutcome.InUse(
          was.get(), dependents, List.of(), Hold.DEPENDENTS, report(verdict));
    }
    if (after.look().isEmpty()) {
      return unknown(identifier, Doubt.NOT_OBSERVED, after.amend(said(identifier)));
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
                    was.get(), nextStart(identifier), report(gone(identifier))));
  }

  private UnloadOutcome wasAbsent(BundleIdentifier identifier) {
    boolean isThere =
        after.look().map(look -> look.snapshot().find(identifier).isPresent()).orElse(false);
    Verdict verdict = Verdict.of(NOT_FOUND, List.of());
    return isThere
        ? unknown(identifier, Doubt.CAME_BACK, verdict)
        : new UnloadOutcome.NotLoaded(
            identifier,
            accepted.contains(identifier) ? Optional.of(NextStart.IN_COLLECTION) : Optional.empty(),
            report(verdict));
  }

  private UnloadOutcome present(LoadedKext was, LoadedKext is) {
    BundleIdentifier identifier = is.identifier();
    if (!was.tag().equals(is.tag())) {
      return unknown(identifier, Doubt.CAME_BACK, said(identifier));
    }
    Optional<Verdict> verdict = verdictOn(identifier);
    if (verdict.isEmpty()) {
      return unknown(identifier, Doubt.NOT_MENTIONED, said(identifier));
    }
    Verdict said = verdict.get();
    if (said.category() == IN_USE || said.category() == HAS_DEPENDENTS) {
      return inUse(is, said);
    }
    Optional<Doubt> cutShort = Ending.doubt(result.orElseThrow().termination());
    if (cutShort.isPresent()) {
      return unknown(identifier, cutShort.get(), said);
    }
    Optional<Reason> reason = said.category().reason();
    return reason.isPresent() && said.category() != NOT_FOUND
        ? new UnloadOutcome.Refused(is, reason.get(), report(withLog(identifier, said)))
        : unknown(identifier, Doubt.CONTRADICTED, said);
  }

  private UnloadOutcome inUse(LoadedKext is, Verdict said) {
    List<LoadedKext> dependents = after.look().orElseThrow().snapshot().dependentsOf(is);
    if (!dependents.isEmpty()) {
      return new UnloadOutcome.InUse(is, dependents, said.holders(), Hold.DEPENDENTS, report(said));
    }
    Optional<Verdict> log = witness.on(subject(is.identifier()));
    List<ClassInstances> holders =
        said.holders().isEmpty() ? log.map(Verdict::holders).orElse(List.of()) : said.holders();
    Verdict both = log.map(heard -> LoadTestimony.joined(said, heard)).orElse(said);
    return new UnloadOutcome.InUse(
        is, dependents, holders, UnloadHold.of(holders, said, log), report(both));
  }

  private Verdict withLog(BundleIdentifier identifier, Verdict said) {
    return said.category()
        .reason()
        .filter(LoadTestimony::ran)
        .flatMap(reason -> witness.on(subject(identifier)))
        .map(heard -> LoadTestimony.joined(said, heard))
        .orElse(said);
  }

  private UnloadOutcome unknown(BundleIdentifier identifier, Doubt doubt, Verdict verdict) {
    return new UnloadOutcome.Indeterminate(identifier, doubt, report(verdict));
  }

  /** It is gone, whatever the tool said; what it said is kept. */
  private Verdict gone(BundleIdentifier identifier) {
    return Verdict.of(OK_UNLOADED, said(identifier).evidence());
  }

  private Verdict said(BundleIdentifier identifier) {
    return verdictOn(identifier).orElseGet(() -> answer().verdict().withCategory(UNKNOWN));
  }

  private Optional<Verdict> verdictOn(BundleIdentifier identifier) {
    return answer()
        .verdictOn(subject(identifier), order.open().stream().map(UnloadAttempt::subject).toList());
  }

  private ToolAnswer answer() {
    return new ToolAnswer(tools.unload().name(), tools.release(), result.orElseThrow());
  }

  private static Subject subject(BundleIdentifier identifier) {
    return new Subject(identifier, Optional.empty());
  }

  private NextStart nextStart(BundleIdentifier identifier) {
    if (tools.release().isAtLeast(MacOsVersion.BIG_SUR)) {
      return NextStart.IN_COLLECTION;
    }
    ExtensionFolders.Scan scan = new ExtensionFolders(root, tools.release()).scan();
    boolean isNowhere =
        scan.unreadable().isEmpty()
            && scan.bundles().stream().noneMatch(bundle -> bundle.identifier().equals(identifier));
    return isNowhere ? NextStart.STAYS_AWAY : NextStart.MAY_RETURN;
  }

  private ChangeReport report(Verdict verdict) {
    return new ChangeReport(verdict, after.changesSince(before), commands);
  }
}
