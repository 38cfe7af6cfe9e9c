package io.github.kextmanager.classify;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Finds in one pass over a text where the anchors of many rules stand.
 *
 * <p>Each anchor is filed under three of its characters in a row, those which the fewest others
 * have; at every position of the text only the anchors filed under the three characters there are
 * compared. So the work grows with the text, and hardly with the number of rules.
 */
final class AnchorIndex {
  /** How long an anchor must be. */
  static final int SHORTEST = 3;

  private static final int BUCKETS = 1 << 13;
  private static final int NONE = -1;

  private final List<Rule> rules;
  private final String[] anchors;
  private final int[] keyAt;
  private final int[] next;
  private final int[] first = new int[BUCKETS];

  AnchorIndex(List<Rule> rules) {
    this.rules = rules;
    this.anchors = rules.stream().map(rule -> rule.wording().anchor()).toArray(String[]::new);
    this.keyAt = new int[anchors.length];
    this.next = new int[anchors.length];
    file();
  }

  private void file() {
    int[] uses = new int[BUCKETS];
    for (String anchor : anchors) {
      for (int i = 0; i <= anchor.length() - SHORTEST; i++) {
        uses[bucket(anchor.charAt(i), anchor.charAt(i + 1), anchor.charAt(i + 2))]++;
      }
    }
    Arrays.fill(first, NONE);
    for (int rule = anchors.length - 1; rule >= 0; rule--) {
      String anchor = anchors[rule];
      int rarest = 0;
      for (int i = 1; i <= anchor.length() - SHORTEST; i++) {
        rarest = uses[bucketAt(anchor, i)] < uses[bucketAt(anchor, rarest)] ? i : rarest;
      }
      int bucket = bucketAt(anchor, rarest);
      keyAt[rule] = rarest;
      next[rule] = first[bucket];
      first[bucket] = rule;
    }
  }

  private static int bucketAt(String text, int position) {
    return bucket(text.charAt(position), text.charAt(position + 1), text.charAt(position + 2));
  }

  private static int bucket(char a, char b, char c) {
    return ((a << 10) ^ (b << 5) ^ c) & (BUCKETS - 1);
  }

  /** Calls back with every rule whose anchor stands in the window, and where it stands. */
  void find(FoldedText text, ObjIntConsumer<Rule> found) {
    int last = Math.min(text.to(), text.size() - SHORTEST + 1);
    char[] chars = text.chars();
    for (int i = text.from(); i < last; i++) {
      int bucket = bucket(chars[i], chars[i + 1], chars[i + 2]);
      for (int rule = first[bucket]; rule != NONE; rule = next[rule]) {
        int anchorAt = i - keyAt[rule];
        if (text.matches(anchors[rule], anchorAt)) {
          found.accept(rules.get(rule), anchorAt);
        }
      }
    }
  }
}
