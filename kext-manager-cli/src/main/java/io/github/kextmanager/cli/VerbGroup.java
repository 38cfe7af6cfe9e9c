package io.github.kextmanager.cli;

import io.github.kextmanager.cli.verb.Verbs;
import java.util.List;

/** Verbs of two words that have the first in common. */
final class VerbGroup {
  private VerbGroup() {}

  /** The names of those that begin with a word; none if it begins none. */
  static List<String> named(String first) {
    return Verbs.NAMES.stream().filter(name -> name.startsWith(first + " ")).toList();
  }

  /** Whether some words ask for help on a group: {@code mac --help}. */
  static boolean isAskedAbout(List<String> words) {
    return words.size() == 2
        && (words.get(1).equals("--help") || words.get(1).equals("-h"))
        && !named(words.get(0)).isEmpty();
  }
}
