package io.github.kextmanager.command;

import java.util.List;

/**
 * What a command wrote to one of its streams.
 *
 * @param text the text, decoded from UTF-8 with U+FFFD for what is not; line ends are as written
 * @param truncated true if the command wrote more than the cap, and the rest was read and dropped,
 *     or if reading had to be given up
 */
public record CapturedOutput(String text, boolean truncated) {
  /** Nothing written. */
  public static final CapturedOutput EMPTY = new CapturedOutput("", false);

  /**
   * A complete output.
   *
   * @param text the text
   * @return the output
   */
  public static CapturedOutput of(String text) {
    return text.isEmpty() ? EMPTY : new CapturedOutput(text, false);
  }

  /**
   * The lines of the text, without their ends.
   *
   * @return the lines; none for an empty text
   */
  public List<String> lines() {
    return text.lines().toList();
  }
}
