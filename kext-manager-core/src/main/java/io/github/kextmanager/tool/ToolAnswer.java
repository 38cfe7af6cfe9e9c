package io.github.kextmanager.tool;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.classify.Classifier;
import io.github.kextmanager.classify.Transcript;
import io.github.kextmanager.classify.Transcript.Passage;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
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
   * What the answer means for one of the kexts that were asked for.
   *
   * <p>The classic tools go on after a failure and print lines for each kext that failed; of
   * several, each is judged by the lines that name it. kmutil gives one answer for all.
   *
   * @param subject the kext
   * @param all all that were asked for, this one among them
   * @return the verdict; {@link Category#UNKNOWN} if the answer speaks of others only
   */
  public Verdict verdictOn(Subject subject, List<Subject> all) {
    Transcript whole = Transcript.of(tool, release, result);
    if (all.size() == 1 || tool == ToolName.KMUTIL) {
      return verdict(whole);
    }
    Transcript own = linesNaming(List.of(subject), whole);
    if (!isEmpty(own)) {
      return new Classifier().classify(own);
    }
    return isEmpty(linesNaming(all, whole))
        ? verdict(whole)
        : Verdict.of(Category.UNKNOWN, List.of());
  }

  private Verdict verdict(Transcript transcript) {
    Verdict verdict = new Classifier().classify(transcript);
    boolean lateWithoutAWord =
        verdict.category() == Category.UNKNOWN
            && result.termination() instanceof Termination.TimedOut;
    return lateWithoutAWord ? Verdict.of(Category.TIMEOUT, verdict.evidence()) : verdict;
  }

  /** Other lines are blanked, so that those that stay keep their numbers. */
  private static Transcript linesNaming(List<Subject> subjects, Transcript whole) {
    return new Transcript(
        whole.tool(),
        whole.request(),
        whole.release(),
        OptionalInt.empty(),
        whole.passages().stream()
            .map(
                passage ->
                    new Passage(
                        passage.source(),
                        passage
                            .text()
                            .lines()
                            .map(line -> isNamed(subjects, line) ? line : "")
                            .collect(joining("\n"))))
            .toList());
  }

  private static boolean isNamed(List<Subject> subjects, String line) {
    return subjects.stream().anyMatch(subject -> subject.isNamedIn(line));
  }

  private static boolean isEmpty(Transcript transcript) {
    return transcript.passages().stream().allMatch(passage -> passage.text().isBlank());
  }
}
