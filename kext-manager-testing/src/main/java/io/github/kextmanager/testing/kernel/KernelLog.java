package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the kernel has to say about one request, to whoever asked and to the system log. */
final class KernelLog {
  private final List<LogMessage> messages = new ArrayList<>();
  private final LogSink systemLog;

  /** {@code systemLog} gets everything too, whatever comes of the request. */
  KernelLog(LogSink systemLog) {
    this.systemLog = systemLog;
  }

  List<LogMessage> messages() {
    return List.copyOf(messages);
  }

  void general(LogLevel level, String text) {
    add(LogMessage.general(level, text));
  }

  void kext(LogLevel level, String format, String... values) {
    add(LogMessage.kext(level, String.format(Locale.ROOT, format, (Object[]) values)));
  }

  private void add(LogMessage message) {
    messages.add(message);
    systemLog.log(message);
  }

  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
