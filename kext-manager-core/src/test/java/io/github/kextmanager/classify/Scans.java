package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Finds what some rules know in a text. */
final class Scans {
  private Scans() {}

  /** The example of a rule, in the company that makes it count. */
  static String exampleOf(Rule rule) {
    String others =
        rule.company().words().stream().limit(1).map(word -> word + "\n").findAny().orElse("");
    return others + rule.example();
  }

  static List<Finding> findings(List<Rule> rules, String text) {
    return new Scanner(rules).scan(Block.ofAll(text), Evidence.Source.TEXT);
  }
}
