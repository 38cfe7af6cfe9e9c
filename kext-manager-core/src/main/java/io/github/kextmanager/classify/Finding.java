package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Transcript.Passage;
import io.github.kextmanager.verdict.Category;

/**
 * A rule that applies to a place of a passage.
 *
 * @param rule the rule
 * @param passage the passage
 * @param match the place
 */
record Finding(Rule rule, Passage passage, Match match) {
  /** The same, for what it names alone. */
  Finding asDetail() {
    return new Finding(rule.asDetail(), passage, match);
  }

  /** Whether it says why a change did not come about, rather than that something went wrong. */
  boolean isStrong() {
    return rule.weight().compareTo(Weight.RESULT) >= 0;
  }

  boolean means(Category category) {
    return rule.category().filter(category::equals).isPresent();
  }
}
