package io.github.kextmanager.model;

import java.util.List;

/** A tool was asked a question and did not answer it: it failed, timed out, or printed nonsense. */
public final class QueryFailedException extends KextException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /**
   * Creates an exception.
   *
   * @param message what was asked, and how the answer failed
   * @param lines what the tool printed, as far as it was kept
   */
  public QueryFailedException(String message, List<String> lines) {
    super(message);
    this.lines = List.copyOf(lines);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what was asked, and how the answer failed
   * @param lines what the tool printed, as far as it was kept
   * @param cause why the answer could not be read
   */
  public QueryFailedException(String message, List<String> lines, Throwable cause) {
    super(message, cause);
    this.lines = List.copyOf(lines);
  }

  /**
   * What the tool printed, word for word.
   *
   * @return the lines of standard error, then those of standard output
   */
  public List<String> lines() {
    return lines;
  }
}
