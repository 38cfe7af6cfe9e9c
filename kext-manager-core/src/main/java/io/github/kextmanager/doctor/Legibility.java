package io.github.kextmanager.doctor;

/**
 * Whether what was read is text at all: how much of its beginning is none.
 *
 * @param characters how many characters were looked at, from the beginning
 * @param strange how many of them no text has: control characters beside white space and what
 *     terminals are sent, and what stands for bytes that are no UTF-8
 */
public record Legibility(long characters, long strange) {
  /** How much of a beginning is looked at. */
  static final int CHARACTERS = 1 << 16;

  /** Of random bytes every second is strange; of a log with some zero bytes, hardly one. */
  private static final int ONE_IN = 10;

  /** What a decoder puts where bytes are none of its charset. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final char ESCAPE = '\u001B';

  static Legibility of(String text) {
    String beginning = text.substring(0, Math.min(text.length(), CHARACTERS));
    return new Legibility(
        beginning.length(), beginning.chars().filter(Legibility::isStrange).count());
  }

  private static boolean isStrange(int character) {
    return character == REPLACEMENT
        || (Character.isISOControl(character)
            && !Character.isWhitespace(character)
            && character != '\b'
            && character != ESCAPE);
  }

  /**
   * Whether it is text.
   *
   * @return false if more than one in ten characters is strange
   */
  public boolean isText() {
    return strange * ONE_IN <= characters;
  }
}
