package io.github.kextmanager.cli.grammar;

/** The command line is wrong; the message says which word and what it should be. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a sentence for the user. */
  public UsageException(String message) {
    super(message);
  }
}
