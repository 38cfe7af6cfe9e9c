package io.github.kextmanager.classify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/**
 * What a text itself has overtaken.
 *
 * @param overtaken failures in whose place something later counts
 * @param arrivals rows of tables that show a kext which had to wait before
 */
record Outlived(Set<Finding> overtaken, Set<Finding> arrivals) {
  /** Nothing was. */
  static final Outlived NOTHING = new Outlived(Set.of(), Set.of());

  Outlived {
    overtaken = Set.copyOf(overtaken);
    arrivals = Set.copyOf(arrivals);
  }

  /** What was overtaken among some findings, in the order of the text. */
  static Outlived among(List<Finding> findings) {
    List<PassageHistory> passages =
        findings.stream()
            .collect(groupingBy(finding -> finding.firstLine().source()))
            .values()
            .stream()
            .map(PassageHistory::of)
            .toList();
    return new Outlived(
        passages.stream()
            .flatMap(passage -> passage.overtaken().stream())
            .collect(toUnmodifiableSet()),
        passages.stream()
            .flatMap(passage -> passage.arrivals().stream())
            .collect(toUnmodifiableSet()));
  }

  /** What still counts, with an arrival as what it is: the kext was loaded. */
  List<Finding> rest(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !overtaken.contains(finding))
        .map(finding -> arrivals.contains(finding) ? finding.asLoaded() : finding)
        .toList();
  }
}
