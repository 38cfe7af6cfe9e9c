package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds what the log says to a load that was refused, and lets it say why where the tool did not.
 *
 * @param witness what the log says
 */
record LoadTestimony(LogWitness witness) {
  /** What a tool says when it does not know why. */
  private static final Set<Reason> VAGUE = EnumSet.of(Reason.UNKNOWN, Reason.KERNEL_REJECTED);

  /** What keeps the tool from running: macOS was not asked, and has nothing to say. */
  private static final Set<Reason> BEFORE_MACOS =
      EnumSet.of(Reason.SUDO_PASSWORD_REQUIRED, Reason.SUDO_DENIED);

  LoadOutcome on(WantedKext kext, LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.Refused refused && ran(refused.reason())
        ? witness.on(kext.subject()).<LoadOutcome>map(log -> with(refused, log)).orElse(refused)
        : outcome;
  }

  private static LoadOutcome with(LoadOutcome.Refused refused, Verdict log) {
    Verdict said = refused.report().verdict();
    Reason reason =
        log.category()
            .reason()
            .filter(better -> VAGUE.contains(refused.reason()) && !VAGUE.contains(better))
            .orElse(refused.reason());
    return new LoadOutcome.Refused(
        refused.identifier(),
        reason,
        refused.instead(),
        refused.report().with(joined(withCauses(said.withCategory(reason.category()), log), log)));
  }

  /** A verdict with what else the log finds wrong, such as with a library. */
  private static Verdict withCauses(Verdict verdict, Verdict log) {
    Stream<Category> heard =
        Stream.concat(Stream.of(log.category()), log.also().stream())
            .filter(category -> category.reason().filter(why -> !VAGUE.contains(why)).isPresent());
    return verdict.withAlso(
        Stream.concat(verdict.also().stream(), heard)
            .distinct()
            .filter(category -> category != verdict.category())
            .toList());
  }

  /** Whether the tool ran at all. */
  static boolean ran(Reason reason) {
    return !BEFORE_MACOS.contains(reason);
  }

  /** A verdict with the lines of the log behind its own. */
  static Verdict joined(Verdict verdict, Verdict log) {
    List<Evidence> lines =
        Stream.concat(verdict.evidence().stream(), log.evidence().stream()).toList();
    return verdict.withEvidence(lines);
  }
}
