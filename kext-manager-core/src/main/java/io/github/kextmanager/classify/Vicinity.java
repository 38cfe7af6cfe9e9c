package io.github.kextmanager.classify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells whether a company is around places of a text that are asked for in their order, in time in
 * proportion to the text.
 */
final class Vicinity {
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final String text;

  /** Where each word of a company stands next, from the last place on that was asked for. */
  private final Map<Company, int[]> ahead = new HashMap<>();

  Vicinity(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
  }

  /** Whether a company that a wording wants is around the place where it was found. */
  boolean holds(Company company, Match match) {
    List<String> words = company.words();
    if (words.isEmpty()) {
      return true;
    }
    int from = Math.max(0, match.start() - Company.FARTHEST);
    int to = Math.min(text.length(), match.end() + Company.FARTHEST);
    int[] places = ahead.computeIfAbsent(company, key -> nothingYet(words.size()));
    for (int i = 0; i < places.length; i++) {
      if (places[i] < from) {
        places[i] = next(words.get(i), from);
      }
      if (places[i] != NOWHERE && places[i] + words.get(i).length() <= to) {
        return true;
      }
    }
    return false;
  }

  private static int[] nothingYet(int words) {
    int[] places = new int[words];
    Arrays.fill(places, -1);
    return places;
  }

  /** Where a word begins with it next: {@code kextd}, {@code Widget.kext}. */
  private int next(String beginning, int from) {
    int at = text.indexOf(beginning, from);
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at = text.indexOf(beginning, at + 1);
    }
    return at < 0 ? NOWHERE : at;
  }
}
