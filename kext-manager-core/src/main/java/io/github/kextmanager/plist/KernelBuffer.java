package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** The bytes that the kernel's parser reads, and how far it has come. A NUL is the end for it. */
final class KernelBuffer {
  private final byte[] bytes;
  private int at;
  private int line = 1;

  KernelBuffer(byte[] bytes) {
    this.bytes = bytes;
  }

  int line() {
    return line;
  }

  /** The byte at which it stands; 0 at the end. */
  int current() {
    return at < bytes.length ? bytes[at] & 0xFF : 0;
  }

  /** Steps over a byte, and returns the next. Lines are not counted. */
  int advance() {
    at = Math.min(at + 1, bytes.length);
    return current();
  }

  /** Steps over a byte, and returns the next, which is counted if it ends a line. */
  int advanceCounting() {
    int next = advance();
    if (next == '\n') {
      line++;
    }
    return next;
  }

  boolean skip(char expected) {
    boolean found = current() == expected;
    if (found) {
      advance();
    }
    return found;
  }

  void skipBlanks() {
    while (current() == ' ' || current() == '\t') {
      advance();
    }
  }

  void skipBlanksAndLines() {
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n')) {
      if (bytes[at] == '\n') {
        line++;
      }
      at++;
    }
  }

  /** The text up to a byte, which is shorter than a limit. A NUL in it does not end it. */
  String textUpTo(char end, int limit) throws KernelSyntaxException {
    int start = at;
    while (at < bytes.length && bytes[at] != end) {
      at++;
      if (at - start >= limit) {
        throw new KernelSyntaxException(
            "the value of an attribute has %d characters or more".formatted(limit));
      }
    }
    return new String(bytes, start, at - start, ISO_8859_1);
  }

  /** The bytes up to the next tag. */
  byte[] upToTag() throws KernelSyntaxException {
    int start = at;
    while (at < bytes.length && bytes[at] != '<' && bytes[at] != 0) {
      if (bytes[at] == '\n') {
        line++;
      }
      at++;
    }
    if (current() == 0) {
      throw new KernelSyntaxException("it ends inside an element");
    }
    return Arrays.copyOfRange(bytes, start, at);
  }

  /** The letters, digits and hyphens at which it stands. */
  String word() {
    int start = at;
    while (at < bytes.length && isNameCharacter(bytes[at])) {
      at++;
    }
    return KernelWord.of(bytes, start, at);
  }

  /** The digits at which it stands, decimal or hexadecimal, with a sign or a prefix. */
  String digits() {
    int start = at;
    while ("0123456789abcdef-x".indexOf(current()) >= 0) {
      advance();
    }
    return new String(bytes, start, at - start, ISO_8859_1);
  }

  /** The byte at which it stands, for a message. */
  String currentName() {
    int c = current();
    return switch (c) {
      case 0 -> at < bytes.length ? "a NUL" : "the end";
      case ' ' -> "a blank";
      case '\n' -> "a line end";
      case '\r' -> "a carriage return";
      default -> c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "the byte %02x".formatted(c);
    };
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isNameCharacter(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }
}
