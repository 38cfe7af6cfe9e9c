package io.github.kextmanager.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A wording with slots, such as {@code Kext <id> not found for unload request}.
 *
 * <p>It is found by its longest literal part, its anchor; the other parts must then follow to both
 * sides. There is no backtracking and every slot has a reach, so the work for one anchor is
 * bounded.
 */
final class Template {
  /** A part of a wording. */
  sealed interface Part {}

  /** A part that stands there as it is, folded. */
  record Literal(String folded) implements Part {}

  /** A slot, and whether blanks stand around it in the wording. */
  record Hole(Slot slot, boolean gapBefore, boolean gapAfter) implements Part {}

  private final String wording;
  private final List<Part> parts;
  private final int anchor;

  private Template(String wording, List<Part> parts) {
    this.wording = wording;
    this.parts = parts;
    this.anchor = longestLiteral();
  }

  /**
   * Compiles a wording.
   *
   * @throws IllegalArgumentException if a slot is unknown, two slots touch, or no part of the
   *     wording is long enough to be found by
   */
  static Template of(String wording) {
    List<Part> parts = new ArrayList<>();
    int end = 0;
    for (int open = wording.indexOf('<'); open >= 0; open = wording.indexOf('<', end)) {
      addLiteral(parts, wording.substring(end, open));
      if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Hole) {
        throw new IllegalArgumentException("Two slots touch in: " + wording);
      }
      end = wording.indexOf('>', open) + 1;
      String name = wording.substring(open + 1, end - 1).toUpperCase(Locale.ROOT);
      parts.add(
          new Hole(Slot.valueOf(name), isBlankAt(wording, open - 1), isBlankAt(wording, end)));
    }
    addLiteral(parts, wording.substring(end));
    return new Template(wording, List.copyOf(parts));
  }

  private static boolean isBlankAt(String wording, int position) {
    return position >= 0 && position < wording.length() && wording.charAt(position) == ' ';
  }

  private static void addLiteral(List<Part> parts, String text) {
    String folded = Folding.fold(text);
    if (!folded.isEmpty()) {
      parts.add(new Literal(folded));
    }
  }

  private int longestLiteral() {
    int longest = -1;
    int length = AnchorIndex.SHORTEST - 1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Literal literal && literal.folded().length() > length) {
        longest = i;
        length = literal.folded().length();
      }
    }
    if (longest < 0) {
      throw new IllegalArgumentException("Too short to be found: " + wording);
    }
    return longest;
  }

  /** The part by which it is found, folded. */
  String anchor() {
    return literal(anchor);
  }

  /** Tries to match the whole wording around a place where its anchor stands. */
  Optional<Match> at(FoldedText text, int position) {
    var alignment = new Alignment(text, position, position + anchor().length());
    boolean matches = true;
    for (int i = anchor + 1; matches && i < parts.size(); i += 2) {
      Hole hole = (Hole) parts.get(i);
      matches =
          i + 1 < parts.size()
              ? alignment.extendAfter(hole, literal(i + 1))
              : alignment.endWith(hole);
    }
    for (int i = anchor - 1; matches && i >= 0; i -= 2) {
      Hole hole = (Hole) parts.get(i);
      matches = i > 0 ? alignment.extendBefore(hole, literal(i - 1)) : alignment.beginWith(hole);
    }
    return matches ? alignment.match() : Optional.empty();
  }

  private String literal(int part) {
    return ((Literal) parts.get(part)).folded();
  }

  /** Returns the wording. */
  @Override
  public String toString() {
    return wording;
  }
}
