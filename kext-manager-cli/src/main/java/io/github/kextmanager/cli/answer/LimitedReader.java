package io.github.kextmanager.cli.answer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text that is refused once it turns out to be longer than anything sensible. */
final class LimitedReader extends FilterReader {
  private final long maximum;
  private long length;

  LimitedReader(Reader text, long maximum) {
    super(text);
    this.maximum = maximum;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(character < 0 ? 0 : 1);
    return character;
  }

  @Override
  public int read(char[] buffer, int start, int count) throws IOException {
    int read = super.read(buffer, start, count);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    length += read;
    if (length > maximum) {
      throw new IOException(
          "it has more than %d characters, and no table of kexts is that long".formatted(maximum));
    }
  }
}
