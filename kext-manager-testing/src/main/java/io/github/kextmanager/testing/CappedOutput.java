package io.github.kextmanager.testing;

import io.github.kextmanager.command.CapturedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts an output to the cap of a command line, as a runner of real processes must. */
final class CappedOutput {
  private CappedOutput() {}

  static CapturedOutput of(String text, int limitBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= limitBytes ? CapturedOutput.of(text) : of(bytes, limitBytes);
  }

  /**
   * What is not UTF-8 becomes U+FFFD, and so does a character that the cut goes through, as in any
   * decoding of half a character.
   */
  static CapturedOutput of(byte[] bytes, int limitBytes) {
    boolean isWhole = bytes.length <= limitBytes;
    byte[] kept = isWhole ? bytes : Arrays.copyOf(bytes, limitBytes);
    String text = new String(kept, StandardCharsets.UTF_8);
    return isWhole ? CapturedOutput.of(text) : new CapturedOutput(text, true);
  }
}
