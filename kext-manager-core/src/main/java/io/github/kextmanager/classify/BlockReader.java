package io.github.kextmanager.classify;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads a passage of any length block by block, so that the memory needed does not grow with it.
 *
 * <p>A message that is spread over more than {@link #MARGIN} characters, blanks included, may be
 * missed where it crosses from one block into the next.
 */
final class BlockReader {
  /** How many characters a block shows before and behind what is its own. */
  static final int MARGIN = 1 << 14;

  /**
   * How many characters are held at a time: more would be large objects, which the JVM dislikes.
   */
  static final int SIZE = 1 << 18;

  private final Reader reader;
  private final char[] held = new char[SIZE];
  private int length;
  private long offset;
  private int firstLine = 1;
  private long from;
  private boolean ended;

  BlockReader(Reader reader) {
    this.reader = reader;
  }

  /** The next block; empty behind the last one. */
  Optional<Block> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    fill();
    long to = ended ? Long.MAX_VALUE : offset + length - MARGIN;
    var block = new Block(new String(held, 0, length), offset, firstLine, from, to);
    if (!ended) {
      forget(length - 2 * MARGIN);
      from = to;
    }
    return Optional.of(block);
  }

  private void fill() throws IOException {
    while (length < SIZE && !ended) {
      int read = reader.read(held, length, SIZE - length);
      ended = read < 0;
      length += Math.max(0, read);
    }
  }

  private void forget(int count) {
    // Not between the two characters that end one line.
    int forgotten = held[count - 1] == '\r' ? count - 1 : count;
    for (int i = 0; i < forgotten; i++) {
      if (held[i] == '\n' || (held[i] == '\r' && held[i + 1] != '\n')) {
        firstLine++;
      }
    }
    length -= forgotten;
    System.arraycopy(held, forgotten, held, 0, length);
    offset += forgotten;
  }
}
