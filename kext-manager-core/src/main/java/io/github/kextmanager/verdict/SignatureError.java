package io.github.kextmanager.verdict;

/**
 * A result code of Apple's Security framework about a code signature, such as -67062 for code that
 * is not signed.
 *
 * @param code the code, as {@code CSCommon.h} has it
 */
public record SignatureError(int code) {
  /** Returns the code in decimal, as the tools print it. */
  @Override
  public String toString() {
    return Integer.toString(code);
  }
}
