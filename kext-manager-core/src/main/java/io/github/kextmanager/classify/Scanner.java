package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Finds in a block all that the rules know. Thread-safe. */
final class Scanner {
  private final AnchorIndex index;

  Scanner(List<Rule> rules) {
    this.index = new AnchorIndex(rules);
  }

  /** What begins in a block, in the order of the text; of each kind the first and the last. */
  List<Finding> scan(Block block, Evidence.Source source) {
    var text = new FoldedText(block.text(), block.firstLine());
    var sieve = new Sieve(block, source);
    while (text.advance()) {
      index.find(
          text,
          (rule, position) ->
              rule.wording()
                  .at(text, position)
                  .filter(match -> !ProgramText.holds(block.text(), match.start(), match.end()))
                  .ifPresent(match -> sieve.add(rule, match)));
      sieve.settle(text.settledUpTo());
    }
    return sieve.kept();
  }
}
