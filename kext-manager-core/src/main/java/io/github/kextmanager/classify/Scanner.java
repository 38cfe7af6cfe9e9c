package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Finds in a passage all that the rules know. */
final class Scanner {
  private final AnchorIndex index;

  Scanner(List<Rule> rules) {
    this.index = new AnchorIndex(rules);
  }

  /** Puts what begins in a block into the sieve. */
  void scan(Block block, Evidence.Source source, Sieve sieve) {
    var text = new FoldedText(block.text(), block.firstLine());
    while (text.advance()) {
      index.find(
          text,
          (rule, position) ->
              rule.wording()
                  .at(text, position)
                  .filter(match -> block.holds(match.start()))
                  .filter(match -> !ProgramText.holds(block.text(), match.start(), match.end()))
                  .ifPresent(match -> sieve.add(finding(rule, match, block, source))));
      sieve.settle(Math.min(block.to(), text.settledUpTo() + block.offset()));
    }
  }

  private static Finding finding(Rule rule, Match match, Block block, Evidence.Source source) {
    return new Finding(
        rule,
        block.offset() + match.start(),
        block.offset() + match.end(),
        match.captures(),
        MatchedLines.of(match, block, source));
  }
}
