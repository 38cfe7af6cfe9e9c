package io.github.kextmanager.dependency;

/**
 * A line that Apple's library logs while it answers a question.
 *
 * @param level how grave it is
 * @param text the line
 */
public record LibraryMessage(Level level, String text) {
  /** How grave a line is. */
  public enum Level {
    /** Something failed. */
    ERROR,
    /** Something is odd. */
    WARNING
  }
}
