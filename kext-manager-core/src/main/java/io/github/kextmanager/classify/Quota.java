package io.github.kextmanager.classify;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets the first findings of each rule pass, so that a text without end needs no memory without
 * end.
 *
 * <p>Those that only name things are counted apart: a hundred notices must not hide the first
 * failure behind them.
 */
final class Quota {
  private static final int MOST_OF_A_RULE = 50;

  private final Map<Template, Integer> telling = new HashMap<>();
  private final Map<Template, Integer> naming = new HashMap<>();

  /** Whether a further finding of a rule may pass. */
  boolean takes(Rule rule) {
    return telling.getOrDefault(rule.wording(), 0) < MOST_OF_A_RULE
        || naming.getOrDefault(rule.wording(), 0) < MOST_OF_A_RULE;
  }

  /** Whether a finding passes, which is counted then. */
  boolean take(Finding finding) {
    Rule rule = finding.rule();
    Map<Template, Integer> counts = rule.category().isPresent() ? telling : naming;
    return counts.merge(rule.wording(), 1, Integer::sum) <= MOST_OF_A_RULE;
  }
}
