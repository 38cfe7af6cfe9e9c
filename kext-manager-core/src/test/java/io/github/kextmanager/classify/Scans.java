package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Evidence;
import java.util.List;

/** Finds what some rules know in a text. */
final class Scans {
  private Scans() {}

  static List<Finding> findings(List<Rule> rules, String text) {
    return new Scanner(rules).scan(Block.ofAll(text), Evidence.Source.TEXT);
  }
}
