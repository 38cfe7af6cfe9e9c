package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Finds in a block all that the rules know. Thread-safe. */
final class Scanner {
  private final AnchorIndex index;

  Scanner(List<Rule> rules) {
    this.index = new AnchorIndex(rules);
  }

  /** What begins in a block, in the order of the text; of each rule the first findings alone. */
  List<Finding> scan(Block block, Evidence.Source source) {
    var text = new FoldedText(block.text(), block.firstLine());
    var sieve = new Sieve(block);
    while (text.advance()) {
      index.find(
          text,
          (rule, position) ->
              rule.wording()
                  .at(text, position)
                  .filter(match -> !ProgramText.holds(block.text(), match.start(), match.end()))
                  .ifPresent(match -> sieve.add(finding(rule, match, block, source, sieve))));
      sieve.settle(text.settledUpTo() + block.offset());
    }
    return sieve.kept();
  }

  /** Of one that will not be kept, the lines are not cut out. */
  private static Finding finding(
      Rule rule, Match match, Block block, Evidence.Source source, Sieve sieve) {
    return new Finding(
        rule,
        block.offset() + match.start(),
        block.offset() + match.end(),
        match.captures(),
        sieve.takes(rule) ? MatchedLines.of(match, block, source) : List.of(),
        support(rule, match, block));
  }

  private static Finding.Support support(Rule rule, Match match, Block block) {
    if (!rule.company().isAround(match, block.text())) {
      return Finding.Support.MISSING;
    }
    return Quotation.holds(block.text(), match.start(), match.end())
        ? Finding.Support.QUOTED
        : Finding.Support.GIVEN;
  }
}
