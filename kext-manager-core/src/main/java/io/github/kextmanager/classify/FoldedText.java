package io.github.kextmanager.classify;

import io.github.kextmanager.classify.Folding.Gap;

/**
 * A folded text of any length, seen through a window that moves over it, so that the memory needed
 * does not grow with the text.
 *
 * <p>Around every position between {@link #from} and {@link #to} there are {@link #REACH}
 * characters to either side, unless the text ends before.
 */
final class FoldedText {
  /** How far a wording reaches to either side of the part by which it is found. */
  static final int REACH = 4096;

  /** About the fewest columns a terminal is set to. */
  private static final int NARROWEST = 60;

  private static final int CAPACITY = 16 * REACH;

  private final String text;
  private final Folding folding;
  private final char[] chars;
  private final int[] offsets;
  private final int[] lines;
  private final byte[] gaps;
  private int size;
  private int from;
  private int to;
  private boolean ended;

  FoldedText(String text, int firstLine) {
    this.text = text;
    this.folding = new Folding(text, firstLine);
    // One more than the text needs, so that the end of a short one is met in the first window.
    int capacity = Math.min(CAPACITY, text.length() + 1);
    this.chars = new char[capacity];
    this.offsets = new int[capacity];
    this.lines = new int[capacity];
    this.gaps = new byte[capacity];
  }

  /** Moves the window on; false when the whole text was seen. */
  boolean advance() {
    if (ended) {
      return false;
    }
    from = Math.min(REACH, to);
    forget(to - from);
    while (size < chars.length && !ended) {
      size = folding.readPlain(chars, offsets, lines, gaps, size);
      if (size == chars.length) {
        break;
      }
      int c = folding.read();
      ended = c == Folding.END;
      if (!ended) {
        chars[size] = (char) c;
        offsets[size] = folding.offset();
        lines[size] = folding.line();
        gaps[size] = folding.takeGap().code();
        size++;
      }
    }
    to = ended ? size : size - REACH;
    return true;
  }

  private void forget(int count) {
    size -= count;
    System.arraycopy(chars, count, chars, 0, size);
    System.arraycopy(offsets, count, offsets, 0, size);
    System.arraycopy(lines, count, lines, 0, size);
    System.arraycopy(gaps, count, gaps, 0, size);
  }

  /** The first position that was not to be looked at before. */
  int from() {
    return from;
  }

  /** The position behind the last one that is to be looked at now. */
  int to() {
    return to;
  }

  /** Up to where in the whole text nothing can begin that is found later. */
  int settledUpTo() {
    return ended ? Integer.MAX_VALUE : offsets[to - REACH];
  }

  /** The position behind the last one that can be seen. */
  int size() {
    return size;
  }

  char charAt(int position) {
    return chars[position];
  }

  /** The characters themselves, for whoever looks at all of them. */
  char[] chars() {
    return chars;
  }

  /** What stands in front of a position; behind the last one, the end of a line. */
  Gap gapBefore(int position) {
    return position < size ? Gap.of(gaps[position]) : Gap.BREAK;
  }

  /** The number of the line on which a position stands, from 1; behind the last one, its. */
  int lineOf(int position) {
    return lines[Math.min(position, size - 1)];
  }

  /** Where in the whole text a position stands. */
  int offsetOf(int position) {
    return offsets[position];
  }

  boolean matches(String literal, int position) {
    if (position < 0 || position + literal.length() > size) {
      return false;
    }
    for (int i = 0; i < literal.length(); i++) {
      if (chars[position + i] != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word can begin or end in front of a position: it is not inside one. */
  boolean isEdge(int position) {
    return position <= 0
        || gapBefore(position) != Gap.NONE
        || !Character.isLetterOrDigit(chars[position - 1])
        || !Character.isLetterOrDigit(chars[position]);
  }

  /** Whether the characters between two positions are one word, or one that a terminal wrapped. */
  boolean isTogether(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      boolean joined =
          switch (Gap.of(gaps[i])) {
            case NONE -> true;
            case BLANK -> chars[i - 1] == ',';
            case BREAK -> isWrapped(i - 1);
          };
      if (!joined) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line that ends at a position is long, and not the end of a sentence. */
  private boolean isWrapped(int position) {
    int offset = offsets[position];
    int start = offset;
    while (start > 0 && offset - start < NARROWEST && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return offset - start >= NARROWEST && ".;:".indexOf(chars[position]) < 0;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /**
   * The characters between two positions as they are in the text, without what was between them.
   */
  String token(int start, int end) {
    var token = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      token.append(text.charAt(offsets[i]));
    }
    return token.toString();
  }

  /** The text from one position to another, blanks and line breaks included. */
  String raw(int start, int end) {
    return text.substring(offsets[start], offsets[end - 1] + 1);
  }
}
