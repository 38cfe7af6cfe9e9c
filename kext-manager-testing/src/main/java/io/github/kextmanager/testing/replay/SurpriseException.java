package io.github.kextmanager.testing.replay;

/** Something was asked that the recording does not hold. */
final class SurpriseException extends Exception {
  private static final long serialVersionUID = 1L;

  SurpriseException(String message) {
    super(message);
  }
}
