package io.github.kextmanager.doctor;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the beginning of what is read through it. */
final class RememberingReader extends FilterReader {
  private final int most;
  private final StringBuilder beginning = new StringBuilder();

  /** Remembers so many characters. */
  RememberingReader(Reader in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    if (character >= 0 && beginning.length() < most) {
      beginning.append((char) character);
    }
    return character;
  }

  @Override
  public int read(char[] buffer, int start, int length) throws IOException {
    int read = super.read(buffer, start, length);
    int missing = Math.min(read, most - beginning.length());
    if (missing > 0) {
      beginning.append(buffer, start, missing);
    }
    return read;
  }

  String beginning() {
    return beginning.toString();
  }
}
