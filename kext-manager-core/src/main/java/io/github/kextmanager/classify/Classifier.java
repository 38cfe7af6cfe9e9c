package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;

/**
 * Says what a tool's answer means.
 *
 * <p>Takes any text, and time in proportion to its length; never throws. What is not known is
 * {@link Category#UNKNOWN}, with the text as evidence.
 *
 * <p>Immutable and thread-safe.
 */
public final class Classifier {
  /** Made when the first text that is not blank must be read: success is silent. */
  private static final class Known {
    static final Scanner SCANNER = new Scanner(RuleTable.read());
  }

  /**
   * Reads a transcript.
   *
   * @param transcript what was said
   * @return what it means
   */
  public Verdict classify(Transcript transcript) {
    List<Finding> findings = transcript.isSilent() ? List.of() : Known.SCANNER.scan(transcript);
    Decision decision = Decision.of(transcript, findings);
    var names = new Names(findings);
    return new Verdict(
        decision.category(),
        decision.also(),
        names.identifiers(),
        names.teams(),
        Names.osReturn(findings, decision.category()),
        names.kmErrorCode(),
        names.symbols(),
        names.paths(),
        names.holders(),
        evidence(transcript, findings, decision.category()));
  }

  /** The lines of what was found; of a text in which nothing decides, the text. */
  private static List<Evidence> evidence(
      Transcript transcript, List<Finding> findings, Category category) {
    boolean told = findings.stream().anyMatch(finding -> finding.means(category));
    return told ? EvidenceLines.of(transcript, findings) : EvidenceLines.ofAll(transcript);
  }
}
