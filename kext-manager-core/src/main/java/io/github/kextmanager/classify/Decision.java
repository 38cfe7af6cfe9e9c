package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs what was found against the exit status. What the text itself has overtaken, and what is
 * about bystanders, only holds as well. Of the rest, in this order:
 *
 * <ol>
 *   <li>the first of the strongest wordings, if it says what is wrong or how it came out; one that
 *       a sentence quotes only without others;
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
  /** How many reasons a text gives at least that lists them and tells of no kext. */
  private static final int LEAST_OF_A_LIST = 3;

  static Decision of(Transcript transcript, List<Finding> findings) {
    if (isList(transcript, findings)) {
      return new Decision(Category.UNKNOWN, List.of());
    }
    Category category = category(transcript, standing(transcript, findings));
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
    if (transcript.exitStatus().isEmpty()) {
      also.addAll(changes(findings));
    }
    also.remove(category);
    return new Decision(category, List.copyOf(also));
  }

  /** Whether a text lists what may go wrong, as a manual does: it tells of no kext. */
  private static boolean isList(Transcript transcript, List<Finding> findings) {
    return transcript.tool().isEmpty()
        && transcript.exitStatus().isEmpty()
        && findings.stream()
            .flatMap(finding -> finding.captures().stream())
            .noneMatch(capture -> capture.slot().isOfOneKext())
        && findings.stream()
            .flatMap(finding -> Attempt.of(finding).stream())
            .allMatch(attempt -> attempt.kexts().isEmpty())
        && findings.stream()
                .filter(finding -> finding.isStrong() && isRefusal(finding))
                .map(finding -> finding.rule().category())
                .distinct()
                .count()
            >= LEAST_OF_A_LIST;
  }

  /** What is neither overtaken nor about a bystander, if anything says how it came out. */
  private static List<Finding> standing(Transcript transcript, List<Finding> findings) {
    boolean failed = transcript.exitStatus().orElse(0) != 0;
    List<Finding> rest = (failed ? Outlived.NOTHING : Outlived.among(findings)).rest(findings);
    Set<Finding> bystanders = Bystanders.among(rest, transcript.asked());
    List<Finding> others = rest.stream().filter(one -> !bystanders.contains(one)).toList();
    boolean isTold = others.stream().anyMatch(one -> one.isFailure() || one.isSuccess());
    return isTold ? others : rest;
  }

  /** What a text says was done as well; not what a log notices of other kexts, nor a test. */
  private static List<Category> changes(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isSuccess)
        .map(Finding::rule)
        .filter(rule -> !rule.isSaidBy("kernel") && !rule.isSaidBy("kernelmanagerd"))
        .flatMap(rule -> rule.category().stream())
        .filter(done -> done != Category.OK_VALID)
        .distinct()
        .toList();
  }

  private static boolean isRefusal(Finding finding) {
    return finding.rule().category().flatMap(Category::reason).isPresent()
        && !finding.means(Category.UNKNOWN);
  }

  private static Category category(Transcript transcript, List<Finding> findings) {
    Optional<Category> told =
        strongest(
                findings.stream().filter(finding -> !finding.isQuoted()).toList(),
                Weight.RESULT,
                Weight.CAUSE)
            .or(() -> strongest(findings, Weight.RESULT, Weight.CAUSE));
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

  /** What was asked for; the last command of kmutil that the text shows says more than its name. */
  private static Request requestOf(Transcript transcript, List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.captures().stream())
        .filter(capture -> capture.slot() == Slot.COMMAND)
        .map(capture -> Request.ofSubcommand(capture.text().strip().split("\\s", 2)[0]))
        .reduce((before, after) -> after)
        .filter(shown -> transcript.request() != Request.OTHER)
        .orElse(transcript.request());
  }
}
