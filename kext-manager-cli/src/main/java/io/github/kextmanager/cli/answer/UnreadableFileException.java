package io.github.kextmanager.cli.answer;

/** A file that the whole command depends on cannot be read. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What cannot be read, and why, in a sentence. */
  public UnreadableFileException(String message) {
    super(message);
  }

  UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
