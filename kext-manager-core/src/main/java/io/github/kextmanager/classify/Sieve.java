package io.github.kextmanager.classify;

import static java.util.Comparator.reverseOrder;

import io.github.kextmanager.verdict.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps of what was found in one block what counts.
 *
 * <p>A wording within a longer one only names things: what "Notice: X is not eligible" means is not
 * what "X is not eligible" means. That is so too where the longer one begins before the block.
 */
final class Sieve {
  /** A place where a rule applies, of which nothing was cut out yet. */
  private record Candidate(Rule rule, Match match, Finding.Support support) {}

  private static final Comparator<Candidate> LONGER_ONES_FIRST =
      Comparator.comparingInt((Candidate found) -> found.match().start())
          .thenComparing(found -> found.match().end(), reverseOrder());

  private final Block block;
  private final Evidence.Source source;
  private final Vicinity vicinity;
  private final FirstAndLast<Kind, Candidate> kept = new FirstAndLast<>();
  private List<Candidate> open = new ArrayList<>();
  private int coverStart = -1;
  private int coverEnd = -1;

  Sieve(Block block, Evidence.Source source) {
    this.block = block;
    this.source = source;
    this.vicinity = new Vicinity(block.text());
  }

  void add(Rule rule, Match match) {
    open.add(new Candidate(rule, match, Finding.Support.GIVEN));
  }

  /** Settles what begins before a place of the block, in front of which nothing more is found. */
  void settle(int place) {
    open.sort(LONGER_ONES_FIRST);
    List<Candidate> later = new ArrayList<>();
    for (Candidate found : open) {
      if (found.match().start() >= place) {
        later.add(found);
      } else {
        settle(found);
      }
    }
    open = later;
  }

  private void settle(Candidate found) {
    Match match = found.match();
    boolean covered =
        coverEnd > match.end() || (coverEnd == match.end() && coverStart < match.start());
    if (!covered && found.rule().category().isPresent()) {
      coverStart = match.start();
      coverEnd = match.end();
    }
    if (block.holds(block.offset() + match.start())) {
      Rule rule = covered ? found.rule().meaning(found.rule().meaning().asDetail()) : found.rule();
      Finding.Support support = support(rule, match);
      kept.add(Kind.of(rule, support), new Candidate(rule, match, support));
    }
  }

  private Finding.Support support(Rule rule, Match match) {
    if (!vicinity.holds(rule.company(), match)) {
      return Finding.Support.MISSING;
    }
    return Quotation.holds(block.text(), match.start(), match.end())
        ? Finding.Support.QUOTED
        : Finding.Support.GIVEN;
  }

  /** What was settled, in the order of the text. */
  List<Finding> kept() {
    return kept.all().stream().map(this::finding).toList();
  }

  private Finding finding(Candidate found) {
    Match match = found.match();
    return new Finding(
        found.rule(),
        block.offset() + match.start(),
        block.offset() + match.end(),
        match.captures(),
        MatchedLines.of(match, block, source),
        found.support());
  }
}
