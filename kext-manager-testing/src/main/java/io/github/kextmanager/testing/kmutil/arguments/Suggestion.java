package io.github.kextmanager.testing.kmutil.arguments;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody may have meant: the long name that is nearest, if it is near. */
final class Suggestion {
  /** ArgumentParser calls it empirically derived. */
  private static final int TOO_FAR = 4;

  private Suggestion() {}

  static Optional<String> forWord(String word, List<Option> options) {
    if (!word.startsWith("--")) {
      return Optional.empty();
    }
    return options.stream()
        .map(Option::longWord)
        .min(Comparator.comparingInt(name -> distance(word, name)))
        .filter(name -> distance(word, name) < TOO_FAR);
  }

  /** How many letters must be put in, taken out or replaced. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
