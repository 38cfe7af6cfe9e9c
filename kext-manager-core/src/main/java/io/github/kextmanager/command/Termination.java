package io.github.kextmanager.command;

import java.time.Duration;

/** How a command ended. */
public sealed interface Termination {
  /**
   * It ended by itself.
   *
   * @param status its exit status, 0 to 255
   */
  record Exited(int status) implements Termination {}

  /**
   * It was ended by a signal that did not come from us.
   *
   * <p>The JVM, like a shell, reports death by signal <i>n</i> as status 128 + <i>n</i>, so a
   * program that really exits with 129 to 159 cannot be told from one that was killed, and is
   * reported as this. None of the tools of this library uses such a status.
   *
   * @param signal the number of the signal
   */
  record Signalled(int signal) implements Termination {}

  /**
   * It did not end before its deadline and was stopped.
   *
   * @param limit the deadline
   * @param kill what became of its processes
   */
  record TimedOut(Duration limit, KillReport kill) implements Termination {}

  /**
   * Whether the command ended by itself with status 0.
   *
   * @return true for {@code Exited(0)} alone
   */
  default boolean isSuccess() {
    return this instanceof Exited exited && exited.status() == 0;
  }
}
