package io.github.kextmanager.testing.program;

/** The exit statuses that the programs share (sysexits.h). */
public final class ExitStatus {
  /** Done. */
  public static final int OK = 0;

  /** Called in the wrong way. */
  public static final int USAGE = 64;

  /** What was given cannot be used. */
  public static final int DATA_ERROR = 65;

  /** What was named is not there. */
  public static final int NO_INPUT = 66;

  /** The program itself failed. */
  public static final int SOFTWARE = 70;

  /** The system failed. */
  public static final int OS_ERROR = 71;

  /** A file of the system is missing. */
  public static final int OS_FILE = 72;

  /** The user may not. */
  public static final int NO_PERMISSION = 77;

  private ExitStatus() {}
}
