package io.github.kextmanager.classify;

/**
 * A piece of a passage, with enough of what stands before and behind it that what is found in it is
 * what is found in the whole; {@link BlockReader} says of what that is not so.
 *
 * @param text the piece and what stands around it
 * @param offset where in the passage the text begins
 * @param firstLine the number of the line on which it begins, from 1
 * @param from where in the passage the piece begins
 * @param to where it ends
 */
record Block(String text, long offset, int firstLine, long from, long to) {
  /** The whole of a passage. */
  static Block ofAll(String text) {
    return new Block(text, 0, 1, 0, Long.MAX_VALUE);
  }

  /** Whether what begins at a place of the passage begins in the piece. */
  boolean holds(long place) {
    return place >= from && place < to;
  }
}
