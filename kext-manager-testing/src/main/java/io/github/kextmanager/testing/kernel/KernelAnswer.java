package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;

/**
 * What the kernel answers to a request, with the log lines that it sends back to whoever asked.
 *
 * @param result the code
 * @param messages its lines, without the prefix that tools put before them
 */
public record KernelAnswer(OsReturn result, List<LogMessage> messages) {
  /** Takes an unmodifiable copy of the list. */
  public KernelAnswer {
    messages = List.copyOf(messages);
  }
}
