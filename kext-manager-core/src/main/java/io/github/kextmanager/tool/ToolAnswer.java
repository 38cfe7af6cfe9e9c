package io.github.kextmanager.tool;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.classify.Classifier;
import io.github.kextmanager.classify.Transcript;
import io.github.kextmanager.classify.Transcript.Passage;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.SudoRefusal;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a tool answered to a request for a change, as verdicts.
 *
 * @param tool the tool
 * @param release the release it ran on
 * @param result what came back
 */
public record ToolAnswer(ToolName tool, MacOsVersion release, CommandResult result) {
  /**
   * What the whole answer means.
   *
   * @return the verdict; what sudo refused is said by sudo alone
   */
  public Verdict verdict() {
    Verdict verdict = new Classifier().classify(whole());
    Optional<Category> sudo = SudoRefusal.in(result).flatMap(ToolAnswer::category);
    if (sudo.isPresent()) {
      return verdict.withCategory(sudo.get());
    }
    boolean lateWithoutAWord =
        verdict.category() == Category.UNKNOWN
            && result.termination() instanceof Termination.TimedOut;
    return lateWithoutAWord ? verdict.withCategory(Category.TIMEOUT) : verdict;
  }

  /**
   * What the answer means for one of the kexts that were asked for.
   *
   * <p>The tools go on after a failure, and print lines for each kext that failed; of several, each
   * is judged by the lines that name it. An answer that names none of them, such as one about the
   * collection that holds them all, holds for each.
   *
   * @param subject the kext
   * @param all all that were asked for, this one among them
   * @return the verdict; empty if the answer speaks of others only
   */
  public Optional<Verdict> verdictOn(Subject subject, List<Subject> all) {
    if (all.size() == 1) {
      return Optional.of(verdict());
    }
    Transcript own = linesNaming(List.of(subject));
    if (!isEmpty(own)) {
      Verdict verdict = new Classifier().classify(own);
      return Optional.of(verdict.category() == Category.UNKNOWN ? verdict() : verdict);
    }
    return isEmpty(linesNaming(all)) ? Optional.of(verdict()) : Optional.empty();
  }

  /** Empty for what sudo said that nobody knows, which the classifier may know. */
  private static Optional<Category> category(SudoRefusal refusal) {
    return switch (refusal.kind()) {
      case PASSWORD_REQUIRED, TERMINAL_REQUIRED -> Optional.of(Category.SUDO_PASSWORD_REQUIRED);
      case NOT_ALLOWED, MISCONFIGURED -> Optional.of(Category.SUDO_DENIED);
      case COMMAND_NOT_FOUND, OTHER -> Optional.empty();
    };
  }

  private Transcript whole() {
    return Transcript.of(tool, release, result);
  }

  /** Other lines are blanked, so that those that stay keep their numbers. */
  private Transcript linesNaming(List<Subject> subjects) {
    Transcript whole = whole();
    return new Transcript(
        whole.tool(),
        whole.request(),
        whole.release(),
        OptionalInt.empty(),
        whole.asked(),
        whole.passages().stream()
            .map(passage -> new Passage(passage.source(), linesNaming(subjects, passage.text())))
            .toList());
  }

  private static String linesNaming(List<Subject> subjects, String text) {
    return text.lines().map(line -> isNamed(subjects, line) ? line : "").collect(joining("\n"));
  }

  private static boolean isNamed(List<Subject> subjects, String line) {
    return subjects.stream().anyMatch(subject -> subject.isNamedIn(line));
  }

  private static boolean isEmpty(Transcript transcript) {
    return transcript.passages().stream().allMatch(passage -> passage.text().isBlank());
  }
}
