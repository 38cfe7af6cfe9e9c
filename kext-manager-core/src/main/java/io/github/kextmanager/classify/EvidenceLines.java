package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the lines that a verdict was read from, and not too many. */
final class EvidenceLines {
  private static final int MOST_LINES = 200;
  private static final int MOST_OF_A_FINDING = 8;

  private EvidenceLines() {}

  /** The lines of findings, in the order of the text; if too many, those of the strongest. */
  static List<Evidence> of(Collection<Finding> findings) {
    Set<Evidence> lines = new HashSet<>();
    findings.stream()
        .sorted(Comparator.comparing((Finding finding) -> finding.rule().weight()).reversed())
        .flatMap(finding -> finding.lines().stream().limit(MOST_OF_A_FINDING))
        .takeWhile(line -> lines.size() < MOST_LINES)
        .forEach(lines::add);
    return lines.stream()
        .sorted(Comparator.comparing(Evidence::source).thenComparing(Evidence::line))
        .toList();
  }
}
