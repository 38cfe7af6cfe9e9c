package io.github.kextmanager.testing.log;

/** How important a message of the kext tools is; in ascending number. */
public enum LogLevel {
  /** Always shown; as the level of a filter, silence. */
  EXPLICIT(0),
  /** A failure. */
  ERROR(1),
  /** A warning; shown by default. */
  WARNING(2),
  /** What {@code -v} shows. */
  BASIC(3),
  /** What {@code -v 2} shows. */
  PROGRESS(4),
  /** What {@code -v 3} shows. */
  STEP(5),
  /** What {@code -v 4} shows. */
  DETAIL(6),
  /** What {@code -v 5} shows. */
  DEBUG(7);

  private final int number;

  LogLevel(int number) {
    this.number = number;
  }

  /**
   * The number in a log filter.
   *
   * @return 0 to 7
   */
  public int number() {
    return number;
  }
}
