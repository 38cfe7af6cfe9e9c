package io.github.kextmanager.classify;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a passage of any length block by block, so that the memory needed does not grow with it.
 *
 * <p>A message that is spread over more than {@link #MARGIN} characters, blanks included, may be
 * missed where it crosses from one block into the next.
 */
final class BlockReader {
  /** How many characters a block shows before and behind what is its own. */
  static final int MARGIN = 1 << 16;

  /** How many characters are read at a time. */
  static final int SIZE = 1 << 20;

  private final Reader reader;
  private char[] held = new char[0];
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
    int length = fill();
    String text = new String(held, 0, length);
    long to = ended ? Long.MAX_VALUE : offset + length - MARGIN;
    var block = new Block(text, offset, firstLine, from, to);
    if (!ended) {
      forget(length - 2 * MARGIN);
      from = to;
    }
    return Optional.of(block);
  }

  private int fill() throws IOException {
    int length = held.length;
    held = Arrays.copyOf(held, length + SIZE);
    while (length < held.length && !ended) {
      int read = reader.read(held, length, held.length - length);
      ended = read < 0;
      length += Math.max(0, read);
    }
    return length;
  }

  private void forget(int count) {
    // Not between the two characters that end one line.
    int forgotten = count > 0 && held[count - 1] == '\r' ? count - 1 : count;
    for (int i = 0; i < forgotten; i++) {
      if (held[i] == '\n' || (held[i] == '\r' && held[i + 1] != '\n')) {
        firstLine++;
      }
    }
    held = Arrays.copyOfRange(held, forgotten, held.length);
    offset += forgotten;
  }
}
