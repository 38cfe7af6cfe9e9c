package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the kernel has to say about one request. */
final class KernelLog {
  private final List<LogMessage> messages = new ArrayList<>();

  List<LogMessage> messages() {
    return List.copyOf(messages);
  }

  void general(LogLevel level, String text) {
    messages.add(LogMessage.general(level, text));
  }

  void kext(LogLevel level, String format, String... values) {
    messages.add(LogMessage.kext(level, String.format(Locale.ROOT, format, (Object[]) values)));
  }

  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
