package io.github.kextmanager.parse;

import java.io.IOException;
import java.io.Reader;

/**
 * Walks over the physical lines of a text in constant memory: of an overlong line only the
 * beginning is kept.
 */
final class PhysicalLines {
  private final Reader in;
  private final LineEnds ends;
  private final char[] buffer = new char[1 << 13];
  private final StringBuilder head = new StringBuilder();
  private int next;
  private int limit;
  private boolean afterCarriageReturn;

  private int number;
  private String text = "";
  private boolean overlong;
  private boolean ended;

  PhysicalLines(Reader in, LineEnds ends) {
    this.in = in;
    this.ends = ends;
  }

  /** Goes to the next line; false behind the last one. */
  boolean advance() {
    if (!fill()) {
      return false;
    }
    count();
    head.setLength(0);
    overlong = false;
    ended = false;
    do {
      int end = ends.next(buffer, next, limit);
      ended = end < limit;
      keep(end);
      if (ended) {
        afterCarriageReturn = buffer[end] == '\r';
        next = end + 1;
      } else {
        next = limit;
      }
    } while (!ended && fill());
    return true;
  }

  private void count() {
    if (number == Integer.MAX_VALUE) {
      throw new UnreadableTableException(number, text, "a table has at most 2147483647 lines");
    }
    number++;
  }

  private void keep(int end) {
    int room = KextTableReader.MAXIMUM_LINE_LENGTH - head.length();
    overlong |= end - next > room;
    int length = Math.min(end - next, room);
    if (ended && head.isEmpty()) {
      text = new String(buffer, next, length);
    } else {
      head.append(buffer, next, length);
      text = head.toString();
    }
  }

  private boolean fill() {
    while (true) {
      if (next == limit && !read()) {
        return false;
      }
      boolean ofTheLastLine = afterCarriageReturn && buffer[next] == '\n';
      afterCarriageReturn = false;
      if (!ofTheLastLine) {
        return true;
      }
      next++;
    }
  }

  private boolean read() {
    try {
      next = 0;
      limit = Math.max(0, in.read(buffer));
      return limit > 0;
    } catch (IOException e) {
      throw new UnreadableTableException(number, e);
    }
  }

  /** The number of this line, counted from 1; behind the last line the number of lines. */
  int number() {
    return number;
  }

  /** This line without its end, or the beginning of an overlong one. */
  String text() {
    return text;
  }

  /** Whether this line is longer than {@link KextTableReader#MAXIMUM_LINE_LENGTH}. */
  boolean isOverlong() {
    return overlong;
  }

  /** Whether this line has an end; only the last may have none. */
  boolean isEnded() {
    return ended;
  }
}
