package io.github.kextmanager.testing;

/**
 * A simulated Mac on disk cannot be reached: there is none, its state is broken or of another
 * version, or it may not be changed by this user. The message names the file and says why.
 *
 * @since 0.1.0
 */
public final class OnDiskMacException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OnDiskMacException(String message) {
    super(message);
  }

  OnDiskMacException(String message, Throwable cause) {
    super(message, cause);
  }
}
