package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what was found against the exit status. What the text itself has overtaken only holds as
 * well. Of the rest, in this order:
 *
 * <ol>
 *   <li>the first of the strongest wordings, if it says what is wrong or how it came out;
 *   <li>an exit status that stands for one refusal;
 *   <li>a symptom in the text;
 *   <li>that the text says it was done, unless an exit status other than 0 denies it;
 *   <li>exit status 0, if it is known what was asked for;
 *   <li>what is wrong with some bundle, an answer about a state, a warning that such a status does
 *       not deny either, a hint;
 *   <li>else it is unknown.
 * </ol>
 *
 * @param category the category
 * @param also what holds as well
 */
record Decision(Category category, List<Category> also) {
  static Decision of(Transcript transcript, List<Finding> findings) {
    boolean isOneCommand = transcript.exitStatus().isPresent();
    Outlived outlived = isOneCommand ? Outlived.NOTHING : Outlived.among(findings);
    Category category = category(transcript, outlived.rest(findings));
    Set<Category> also = new LinkedHashSet<>();
    for (Finding finding : findings) {
      boolean decides = finding.means(category);
      if (finding.isStrong() && (decides || isRefusal(finding))) {
        finding.rule().category().ifPresent(also::add);
      }
      if (decides) {
        also.addAll(finding.rule().also());
      }
    }
    if (!isOneCommand) {
      also.addAll(successes(findings, category));
    }
    also.remove(category);
    return new Decision(category, List.copyOf(also));
  }

  /**
   * What a text of several commands says was done as well; not what a log notices of other kexts.
   * What was loaded was loadable.
   */
  private static List<Category> successes(List<Finding> findings, Category category) {
    return findings.stream()
        .filter(Finding::isSuccess)
        .map(Finding::rule)
        .filter(rule -> !rule.isSaidBy("kernel") && !rule.isSaidBy("kernelmanagerd"))
        .flatMap(rule -> rule.category().stream())
        .filter(done -> done != Category.OK_VALID || category != Category.OK_LOADED)
        .distinct()
        .toList();
  }

  private static boolean isRefusal(Finding finding) {
    return finding.rule().category().flatMap(Category::reason).isPresent()
        && !finding.means(Category.UNKNOWN);
  }

  private static Category category(Transcript transcript, List<Finding> findings) {
    Optional<Category> told = strongest(findings, Weight.RESULT, Weight.CAUSE);
    if (told.isPresent()) {
      return told.get();
    }
    Optional<Category> status = ExitStatus.meaningOf(transcript, requestOf(transcript, findings));
    if (status.flatMap(Category::reason).isPresent()) {
      return status.get();
    }
    boolean failed = transcript.exitStatus().orElse(0) != 0;
    return strongest(findings, Weight.VAGUE, Weight.VAGUE)
        .or(() -> failed ? Optional.empty() : lastDone(findings))
        .or(() -> status)
        .or(() -> strongest(findings, Weight.STATE, Weight.ASIDE))
        .or(() -> failed ? Optional.empty() : strongest(findings, Weight.ALLOWED, Weight.ALLOWED))
        .or(() -> strongest(findings, Weight.HINT, Weight.HINT))
        .orElse(Category.UNKNOWN);
  }

  /** How it came out in the end. */
  private static Optional<Category> lastDone(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isSuccess)
        .reduce((before, after) -> after)
        .flatMap(finding -> finding.rule().category());
  }

  private static Optional<Category> strongest(List<Finding> findings, Weight from, Weight to) {
    Finding strongest = null;
    for (Finding finding : findings) {
      Weight weight = finding.rule().weight();
      boolean inRange = weight.compareTo(from) >= 0 && weight.compareTo(to) <= 0;
      if (inRange && (strongest == null || weight.compareTo(strongest.rule().weight()) > 0)) {
        strongest = finding;
      }
    }
    return strongest == null ? Optional.empty() : strongest.rule().category();
  }

  /** What was asked for; a command of kmutil that the text shows says more than its name. */
  private static Request requestOf(Transcript transcript, List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.captures().stream())
        .filter(capture -> capture.slot() == Slot.COMMAND)
        .map(capture -> Request.ofSubcommand(capture.text().strip().split("\\s", 2)[0]))
        .findFirst()
        .filter(shown -> transcript.request() != Request.OTHER)
        .orElse(transcript.request());
  }
}
