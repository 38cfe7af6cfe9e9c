package io.github.kextmanager.testing.log;

/** Takes messages. */
@FunctionalInterface
public interface LogSink {
  /** Takes every message and drops it. */
  LogSink NONE = message -> {};

  /**
   * Takes a message.
   *
   * @param message the message
   */
  void log(LogMessage message);

  /**
   * Takes a message that the kernel sent back with its answer; a tool prints it with a prefix.
   *
   * @param message the message, without the prefix
   */
  default void fromKernel(LogMessage message) {
    log(new LogMessage(message.level(), message.subject(), "(kernel) " + message.text()));
  }
}
