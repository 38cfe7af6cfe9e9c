package io.github.kextmanager.testing.kmutil.arguments;

/** Words that are not for a command; the message is what it says behind {@code Error:}. */
public final class ArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String complaint;

  /**
   * A refusal.
   *
   * @param message what is wrong
   */
  public ArgumentException(String message) {
    super(message);
    this.complaint = message;
  }

  /**
   * What is wrong.
   *
   * @return the message
   */
  public String complaint() {
    return complaint;
  }
}
