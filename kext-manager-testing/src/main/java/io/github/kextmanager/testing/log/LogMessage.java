package io.github.kextmanager.testing.log;

/**
 * One message of a kext tool, of the library below it or of the kernel.
 *
 * @param level how important it is
 * @param subject what it is about
 * @param text the line without its end
 */
public record LogMessage(LogLevel level, Subject subject, String text) {
  /** What a message is about, which decides whether a filter with flags lets it pass. */
  public enum Subject {
    /** No kext in particular, with an activity that every {@code -v} level covers. */
    GENERAL,
    /** One kext, which has not asked for logging of its own. */
    KEXT
  }

  /**
   * A failure.
   *
   * @param text the line
   * @return the message
   */
  public static LogMessage error(String text) {
    return new LogMessage(LogLevel.ERROR, Subject.GENERAL, text);
  }

  /**
   * A message that is about no kext in particular.
   *
   * @param level its level
   * @param text the line
   * @return the message
   */
  public static LogMessage general(LogLevel level, String text) {
    return new LogMessage(level, Subject.GENERAL, text);
  }

  /**
   * A message about one kext.
   *
   * @param level its level
   * @param text the line
   * @return the message
   */
  public static LogMessage kext(LogLevel level, String text) {
    return new LogMessage(level, Subject.KEXT, text);
  }
}
