package io.github.kextmanager.testing.log;

import java.util.Locale;

/**
 * What of the messages is shown ({@code OSKextLogSpec}): a level, a bit for "all kexts", and
 * activity flags.
 *
 * @param bits the 32 bits
 */
public record LogFilter(int bits) {
  private static final int LEVEL_MASK = 0x7;
  private static final int ALL_KEXTS = 0x8;
  private static final int GENERAL_ACTIVITY = 0xff0;

  /** Nothing: {@code -q}. */
  public static final LogFilter SILENT = new LogFilter(0);

  /** Errors and warnings: what a tool starts with. */
  public static final LogFilter DEFAULT = new LogFilter(0xff2);

  /**
   * What the kernel puts into the system log without a {@code kextlog} boot argument (xnu,
   * libkern/c++/OSKext.cpp: {@code kDefaultKernelLogFilter}).
   */
  public static final LogFilter KERNEL = new LogFilter(0xff3);

  /**
   * Whether a message is shown ({@code logSpecMatch}): up to the basic level by its level alone,
   * beyond it by its activity too, and a message about a kext only if all kexts are asked for.
   *
   * @param message the message
   * @return true if it is shown
   */
  public boolean passes(LogMessage message) {
    int level = message.level().number();
    if (level == 0) {
      return true;
    }
    if (level > level()) {
      return false;
    }
    if (level <= LogLevel.BASIC.number()) {
      return true;
    }
    boolean concerned = message.subject() == LogMessage.Subject.GENERAL || (bits & ALL_KEXTS) != 0;
    return concerned && (bits & GENERAL_ACTIVITY) != 0;
  }

  /**
   * The highest level that it lets pass.
   *
   * @return 0 to 7
   */
  public int level() {
    return bits & LEVEL_MASK;
  }

  /** Returns the filter as the tools print it: {@code 0xff2}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "0x%x", bits);
  }
}
