package io.github.kextmanager.cli.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Writes JSON as ASCII: every other character as its escape, which JSON allows in strings, and only
 * there can such a character stand.
 */
final class AsciiWriter extends Writer {
  private static final String HEX = "0123456789abcdef";

  private final OutputStream out;

  AsciiWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int c) throws IOException {
    if (c < 0x7f) {
      out.write(c);
    } else {
      out.write('\\');
      out.write('u');
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.write(HEX.charAt(c >> shift & 0xf));
      }
    }
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    for (int i = start; i < start + length; i++) {
      write(text[i]);
    }
  }

  @Override
  public void write(String text, int start, int length) throws IOException {
    for (int i = start; i < start + length; i++) {
      write(text.charAt(i));
    }
  }

  /** Leaves it to whoever owns the stream. */
  @Override
  public void flush() {}

  /** Leaves it to whoever owns the stream. */
  @Override
  public void close() {}
}
