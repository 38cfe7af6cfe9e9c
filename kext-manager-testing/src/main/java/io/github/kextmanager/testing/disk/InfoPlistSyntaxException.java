package io.github.kextmanager.testing.disk;

/** A property list that the kext library of a Mac does not read; the message is the library's. */
final class InfoPlistSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  InfoPlistSyntaxException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  static InfoPlistSyntaxException syntax(int line) {
    return new InfoPlistSyntaxException("IOCFUnserialize: syntax error near line " + line);
  }

  static InfoPlistSyntaxException end(int line) {
    return new InfoPlistSyntaxException(
        "IOCFUnserialize: unexpected end of buffer near line " + line);
  }
}
