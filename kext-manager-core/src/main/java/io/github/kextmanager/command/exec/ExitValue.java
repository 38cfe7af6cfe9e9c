package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.Termination;

/** The JDK's one number for how a process ended, which is a status or 128 and a signal. */
final class ExitValue {
  private static final int SIGNAL_BASE = 128;

  /** The highest signal of macOS is 31 (SIGUSR2). */
  private static final int HIGHEST_SIGNAL = 31;

  private ExitValue() {}

  static Termination termination(int value) {
    int signal = value - SIGNAL_BASE;
    if (signal >= 1 && signal <= HIGHEST_SIGNAL) {
      return new Termination.Signalled(signal);
    }
    return new Termination.Exited(value);
  }
}
