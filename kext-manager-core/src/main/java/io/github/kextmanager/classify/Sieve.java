package io.github.kextmanager.classify;

import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps of the findings in one passage those that count.
 *
 * <p>A wording within a longer one only names things: what "Notice: X is not eligible" means is not
 * what "X is not eligible" means. And of each rule only the first findings are kept, so that a text
 * without end needs no memory without end.
 */
final class Sieve {
  private static final int MOST_OF_A_RULE = 50;

  private static final Comparator<Finding> LONGER_ONES_FIRST =
      Comparator.comparingLong(Finding::start).thenComparing(Finding::end, reverseOrder());

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Template, Integer> counts = new HashMap<>();
  private final Map<Template, Integer> coveredCounts = new HashMap<>();
  private List<Finding> open = new ArrayList<>();
  private long coverStart = -1;
  private long coverEnd = -1;

  void add(Finding finding) {
    open.add(finding);
  }

  /** Settles the findings that begin before a place, in front of which nothing more is found. */
  void settle(long place) {
    open.sort(LONGER_ONES_FIRST);
    List<Finding> later = new ArrayList<>();
    for (Finding finding : open) {
      if (finding.start() >= place) {
        later.add(finding);
      } else {
        settle(finding);
      }
    }
    open = later;
  }

  private void settle(Finding finding) {
    boolean covered =
        coverEnd > finding.end() || (coverEnd == finding.end() && coverStart < finding.start());
    if (!covered && finding.rule().category().isPresent()) {
      coverStart = finding.start();
      coverEnd = finding.end();
    }
    Map<Template, Integer> seen = covered ? coveredCounts : counts;
    if (seen.merge(finding.rule().wording(), 1, Integer::sum) <= MOST_OF_A_RULE) {
      kept.add(covered ? finding.asDetail() : finding);
    }
  }

  /** What was settled, in the order of the text. */
  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
