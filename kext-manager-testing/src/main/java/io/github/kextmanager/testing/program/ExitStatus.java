package io.github.kextmanager.testing.program;

/** The exit statuses that the programs share (sysexits.h). */
final class ExitStatus {
  static final int OK = 0;
  static final int USAGE = 64;
  static final int OS_ERROR = 71;
  static final int NO_PERMISSION = 77;

  private ExitStatus() {}
}
