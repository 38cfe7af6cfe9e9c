package io.github.kextmanager.classify;

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
      Comparator.<Finding>comparingInt(finding -> finding.match().start())
          .thenComparingInt(finding -> -finding.match().end());

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Template, Integer> counts = new HashMap<>();
  private List<Finding> open = new ArrayList<>();
  private int coverStart = -1;
  private int coverEnd = -1;

  void add(Finding finding) {
    open.add(finding);
  }

  /** Settles the findings that begin before a place, in front of which nothing more is found. */
  void settle(int place) {
    open.sort(LONGER_ONES_FIRST);
    List<Finding> later = new ArrayList<>();
    for (Finding finding : open) {
      if (finding.match().start() >= place) {
        later.add(finding);
      } else {
        settle(finding);
      }
    }
    open = later;
  }

  private void settle(Finding finding) {
    Match match = finding.match();
    boolean covered =
        coverEnd > match.end() || (coverEnd == match.end() && coverStart < match.start());
    if (!covered && finding.rule().category().isPresent()) {
      coverStart = match.start();
      coverEnd = match.end();
    }
    if (counts.merge(finding.rule().wording(), 1, Integer::sum) <= MOST_OF_A_RULE) {
      kept.add(covered ? finding.asDetail() : finding);
    }
  }

  /** What was settled, in the order of the text. */
  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
