package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.log.LogFilter;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;

/**
 * Where a kext tool writes its messages: standard error, one line each, without any prefix but that
 * of the kernel (kext_tools, kext_tools_util.c: {@code tool_log}).
 */
public final class ToolLog implements LogSink {
  private final OutputStreamText stderr;
  private LogFilter userFilter = LogFilter.DEFAULT;
  private LogFilter kernelFilter = LogFilter.DEFAULT;

  /**
   * A log that shows warnings and errors.
   *
   * @param stderr where it writes
   */
  public ToolLog(OutputStreamText stderr) {
    this.stderr = stderr;
  }

  /**
   * Closes both streams, and shows nothing any more.
   *
   * @param stdout the other stream
   */
  public void beQuiet(OutputStreamText stdout) {
    stdout.close();
    stderr.close();
    userFilter = LogFilter.SILENT;
    kernelFilter = LogFilter.SILENT;
  }

  /**
   * What is shown now, of the tool and its library.
   *
   * @return the filter
   */
  public LogFilter filter() {
    return userFilter;
  }

  /**
   * Shows from now on what passes a filter, of the tool and of the kernel.
   *
   * @param filter the filter
   */
  public void setFilters(LogFilter filter) {
    LogFilter userBefore = userFilter;
    userFilter = filter;
    changed("user", userBefore);
    LogFilter kernelBefore = kernelFilter;
    kernelFilter = filter;
    changed("kernel", kernelBefore);
  }

  private void changed(String space, LogFilter before) {
    if (!before.equals(userFilter)) {
      general(
          LogLevel.DEBUG,
          "Kext %s-space log filter changed from %s to %s.".formatted(space, before, userFilter));
    }
  }

  /** The kernel first says how verbose it is to be; its own filter starts with nothing. */
  void kernelRequest(KernelAnswer answer) {
    fromKernel(
        LogMessage.general(
            LogLevel.DEBUG,
            "User-space log flags changed from 0x0 to %s.".formatted(kernelFilter)));
    answer.messages().forEach(this::fromKernel);
    if (!KernelReturn.isSuccess(answer.result())) {
      general(
          LogLevel.DEBUG,
          "Kernel error handling kext request - %s.".formatted(MachErrorText.of(answer.result())));
    }
  }

  /**
   * Logs an error.
   *
   * @param text the line
   */
  public void error(String text) {
    log(LogMessage.error(text));
  }

  /**
   * Logs a line that is about no kext in particular.
   *
   * @param level its level
   * @param text the line
   */
  public void general(LogLevel level, String text) {
    log(LogMessage.general(level, text));
  }

  @Override
  public void log(LogMessage message) {
    if (userFilter.passes(message)) {
      stderr.println(message.text());
    }
  }

  /** The kernel has filtered its messages itself; the filter of the tool does not see them. */
  @Override
  public void fromKernel(LogMessage message) {
    if (kernelFilter.passes(message)) {
      stderr.println("(kernel) " + message.text());
    }
  }
}
