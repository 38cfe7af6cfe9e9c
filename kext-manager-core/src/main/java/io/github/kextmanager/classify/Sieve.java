package io.github.kextmanager.classify;

import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps of the findings in one block those that count.
 *
 * <p>A wording within a longer one only names things: what "Notice: X is not eligible" means is not
 * what "X is not eligible" means. That is so too where the longer one begins before the block.
 */
final class Sieve {
  private static final Comparator<Finding> LONGER_ONES_FIRST =
      Comparator.comparingLong(Finding::start).thenComparing(Finding::end, reverseOrder());

  private final Block block;
  private final Quota quota = new Quota();
  private final List<Finding> kept = new ArrayList<>();
  private List<Finding> open = new ArrayList<>();
  private long coverStart = -1;
  private long coverEnd = -1;

  Sieve(Block block) {
    this.block = block;
  }

  /** Whether a further finding of a rule may be kept. */
  boolean takes(Rule rule) {
    return quota.takes(rule);
  }

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
    Finding counted = covered ? finding.asDetail() : finding;
    if (block.holds(finding.start()) && quota.take(counted)) {
      kept.add(counted);
    }
  }

  /** What was settled, in the order of the text. */
  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
