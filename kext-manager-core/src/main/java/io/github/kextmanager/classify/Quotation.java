package io.github.kextmanager.classify;

/**
 * Tells a message that a sentence speaks of from one that was printed: {@code It used to say "Bad
 * code signature".}
 */
final class Quotation {
  private static final String OPENING = "\"'`\u201c\u2018";
  private static final String CLOSING = "\"'`\u201d\u2019";
  private static final String STOPS = ".,;:!?";
  private static final int FARTHEST = 300;

  /** Of a sentence, around what it quotes. */
  private static final int LEAST_LETTERS = 8;

  private Quotation() {}

  /** Whether what stands from one place to another, both included, is quoted in a sentence. */
  static boolean holds(String text, int start, int end) {
    int closing = end + 1;
    while (closing < text.length() && STOPS.indexOf(text.charAt(closing)) >= 0) {
      closing++;
    }
    boolean quoted =
        start > 0
            && closing < text.length()
            && OPENING.indexOf(text.charAt(start - 1)) >= 0
            && CLOSING.indexOf(text.charAt(closing)) >= 0;
    return quoted && isInSentence(text, start - 1, closing);
  }

  /** An error that a program prints has names and values around what it quotes. */
  private static boolean isInSentence(String text, int opening, int closing) {
    int letters = 0;
    for (int i = opening - 1; i >= 0 && opening - i < FARTHEST && !isLineEnd(text.charAt(i)); i--) {
      if (isOfProgram(text.charAt(i))) {
        return false;
      }
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    for (int i = closing + 1;
        i < text.length() && i - closing < FARTHEST && !isLineEnd(text.charAt(i));
        i++) {
      if (isOfProgram(text.charAt(i))) {
        return false;
      }
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters >= LEAST_LETTERS;
  }

  private static boolean isOfProgram(char c) {
    return c == '=' || c == '[' || c == '{';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
