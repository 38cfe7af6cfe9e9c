package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.verdict.OsReturn;

/**
 * An error of the kernel management daemon, as kmutil prints it.
 *
 * <p>The numbers and texts are those that people have published; the list of all of them is not
 * public.
 *
 * @param code the number in {@code KMErrorDomain}
 * @param message its description, perhaps of several lines
 */
public record KmError(int code, String message) {
  static final int NOT_LOADED = 3;
  static final int NOT_APPROVED = 27;
  static final int RESTART_REQUIRED = 28;
  static final int NOT_AUTHENTIC = 29;
  static final int NOT_VALID = 30;
  static final int OTHER = 71;

  /** The kernel refused, with the code twice: as text and as a signed number. */
  static KmError kernelRefused(OsReturn result) {
    return kernelRefused(OTHER, result);
  }

  static KmError kernelRefused(int code, OsReturn result) {
    return new KmError(
        code, "Kernel request failed: %s (%d)".formatted(MachErrorText.of(result), result.value()));
  }

  /**
   * The description of the error, message twice, as {@code NSError} writes it.
   *
   * @return the text, without a line end
   */
  public String description() {
    return "Error Domain=KMErrorDomain Code=%d \"%s\" UserInfo={NSLocalizedDescription=%s}"
        .formatted(code, message, message);
  }
}
