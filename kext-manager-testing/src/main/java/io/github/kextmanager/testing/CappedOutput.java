package io.github.kextmanager.testing;

import io.github.kextmanager.command.CapturedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts a text to the cap of a command line, as a runner of real processes must. */
final class CappedOutput {
  private CappedOutput() {}

  static CapturedOutput of(String text, int limitBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limitBytes) {
      return CapturedOutput.of(text);
    }
    // A character that the cut goes through becomes U+FFFD, as in any decoding of half a character.
    return new CapturedOutput(
        new String(Arrays.copyOf(bytes, limitBytes), StandardCharsets.UTF_8), true);
  }
}
