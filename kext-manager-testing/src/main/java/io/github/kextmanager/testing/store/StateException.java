package io.github.kextmanager.testing.store;

/** A state cannot be read, written or reserved; the message names the file, and says why. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StateException(String message) {
    super(message);
  }

  StateException(String message, Throwable cause) {
    super(message, cause);
  }
}
