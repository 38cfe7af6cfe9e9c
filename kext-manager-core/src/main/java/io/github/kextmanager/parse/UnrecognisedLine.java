package io.github.kextmanager.parse;

/**
 * A line that is neither part of a row nor known to say nothing.
 *
 * @param line its number, counted from 1
 * @param text the line as it stands, without its end; of a line with more than {@value
 *     #MAXIMUM_LENGTH} characters the beginning
 */
public record UnrecognisedLine(int line, String text) {
  /** How much of a line is kept, in characters. */
  public static final int MAXIMUM_LENGTH = 1000;

  /** Cuts the text to {@link #MAXIMUM_LENGTH}, never in the middle of a surrogate pair. */
  public UnrecognisedLine {
    if (text.length() > MAXIMUM_LENGTH) {
      boolean inAPair = Character.isHighSurrogate(text.charAt(MAXIMUM_LENGTH - 1));
      text = text.substring(0, inAPair ? MAXIMUM_LENGTH - 1 : MAXIMUM_LENGTH);
    }
  }
}
