package io.github.kextmanager.model;

/**
 * The root of the library's own exceptions: it could not ask, or could not understand the answer.
 *
 * <p>A refusal by macOS is not an exception; it is an outcome. What goes wrong in running a command
 * has a root of its own, {@code io.github.kextmanager.command.CommandException}.
 */
public class KextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what could not be done, to what, and why
   */
  public KextException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what could not be done, to what, and why
   * @param cause what went wrong beneath
   */
  public KextException(String message, Throwable cause) {
    super(message, cause);
  }
}
