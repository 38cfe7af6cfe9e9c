package io.github.kextmanager.cli.grammar;

import java.util.List;

/** The command line is wrong; the message says which word and what it should be. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /** Creates an exception with a sentence for the user. */
  public UsageException(String message) {
    this(message, "");
  }

  /** Creates an exception with a sentence for the user, and one that says what to try. */
  public UsageException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What the user is told, a line each. */
  public List<String> sentences() {
    String message = String.valueOf(getMessage());
    return advice.isEmpty() ? List.of(message) : List.of(message, advice);
  }
}
