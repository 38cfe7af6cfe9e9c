package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Transcript.Passage;
import java.util.ArrayList;
import java.util.List;

/** Finds in a transcript all that the rules know. */
final class Scanner {
  private final AnchorIndex index;

  Scanner(List<Rule> rules) {
    this.index = new AnchorIndex(rules);
  }

  /** What was found, in the order of the passages and of their texts. */
  List<Finding> scan(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    transcript.passages().forEach(passage -> findings.addAll(scan(passage)));
    return findings;
  }

  private List<Finding> scan(Passage passage) {
    var text = new FoldedText(passage.text());
    var sieve = new Sieve();
    while (text.advance()) {
      index.find(
          text,
          (rule, position) ->
              rule.wording()
                  .at(text, position)
                  .ifPresent(match -> sieve.add(new Finding(rule, passage, match))));
      sieve.settle(text.settledUpTo());
    }
    return sieve.kept();
  }
}
