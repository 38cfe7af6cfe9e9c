package io.github.kextmanager.cli.verb;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text at line feeds, and at nothing else: a carriage return may be part of what is asked.
 * The piece behind the last line feed is a line if it is not empty.
 */
final class LineReader {
  /** The longest line that is read, in characters. */
  static final int MAXIMUM_LENGTH = 1 << 20;

  private final Reader text;
  private final char[] buffer = new char[1 << 13];
  private int at;
  private int end;
  private int line;

  LineReader(Reader text) {
    this.text = text;
  }

  /**
   * The next line without its end, or null at the end of the text.
   *
   * @throws IOException if the text cannot be read, or if the line is too long
   */
  @Nullable String next() throws IOException {
    StringBuilder text = new StringBuilder();
    line++;
    while (true) {
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      text.append(buffer, start, at - start);
      if (text.length() > MAXIMUM_LENGTH) {
        throw new IOException(
            "line %d has more than %d characters".formatted(line, MAXIMUM_LENGTH));
      }
      if (at < end) {
        at++;
        return text.toString();
      }
      if (!fill()) {
        return text.isEmpty() ? null : text.toString();
      }
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, text.read(buffer));
    return end > 0;
  }
}
