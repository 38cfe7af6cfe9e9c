package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Says what a tool's answer means.
 *
 * <p>Takes any text, and time in proportion to its length. What is not known is {@link
 * Category#UNKNOWN}, with the text as evidence.
 *
 * <p>Immutable and thread-safe.
 */
public final class Classifier {
  /**
   * Reads a transcript. Never throws.
   *
   * @param transcript what was said
   * @return what it means
   */
  public Verdict classify(Transcript transcript) {
    return verdict(
        transcript,
        transcript.passages().stream()
            .map(passage -> PassageScan.of(passage.text(), passage.source()))
            .toList());
  }

  /**
   * Reads a text of any length, of which little is held at a time.
   *
   * @param circumstances what is known beside the text; the passages in it do not count
   * @param text the text; it is not closed
   * @return what it means
   * @throws IOException if the text cannot be read to its end
   */
  public Verdict classify(Transcript circumstances, Reader text) throws IOException {
    return verdict(circumstances, List.of(PassageScan.of(text, Evidence.Source.TEXT)));
  }

  private static Verdict verdict(Transcript transcript, List<PassageScan> scans) {
    List<Finding> findings =
        scans.stream()
            .flatMap(scan -> scan.findings().stream())
            .map(finding -> inView(finding, transcript))
            .toList();
    Decision decision = Decision.of(transcript, findings);
    return new Verdict(
        decision.category(),
        decision.also(),
        new DetailsReader(findings).details(decision, transcript.asked()),
        evidence(scans, findings, decision.category()));
  }

  /** What others say too only names things, unless a tool is known to have said it. */
  private static Finding inView(Finding finding, Transcript transcript) {
    return finding.isDoubtful() && transcript.tool().isEmpty() ? finding.asHearsay() : finding;
  }

  /** The lines of what was found; of a text in which nothing decides, the text. */
  private static List<Evidence> evidence(
      List<PassageScan> scans, List<Finding> findings, Category category) {
    boolean told = findings.stream().anyMatch(finding -> finding.means(category));
    return told
        ? EvidenceLines.of(findings)
        : scans.stream().flatMap(scan -> scan.ends().stream()).toList();
  }
}
