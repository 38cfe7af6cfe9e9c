package io.github.kextmanager.testing.junit;

import io.github.kextmanager.testing.Fault;
import io.github.kextmanager.testing.Fault.Work;

/**
 * The faults that an annotation can name. {@link io.github.kextmanager.testing.Fault} has more, for
 * a {@link MacPreparation} or the test itself.
 *
 * @since 0.1.0
 */
public enum Mishap {
  /** It runs into its deadline, and has done nothing. */
  HANGS,
  /** It does its work, and then runs into its deadline. */
  HANGS_WHEN_DONE,
  /** It is killed before it has done anything. */
  KILLED,
  /** It does its work, and is killed before it says so. */
  KILLED_WHEN_DONE,
  /** It does nothing, says nothing, and ends with status 1. */
  FAILS_SILENTLY,
  /** It does nothing, says nothing, and ends as if all were well. */
  CLAIMS_SUCCESS,
  /** It does its work, but nothing that it prints to standard output arrives. */
  OUTPUT_LOST;

  private static final int SIGKILL = 9;

  Fault fault() {
    return switch (this) {
      case HANGS -> new Fault.Hang(Work.UNDONE);
      case HANGS_WHEN_DONE -> new Fault.Hang(Work.DONE);
      case KILLED -> new Fault.Killed(SIGKILL, Work.UNDONE);
      case KILLED_WHEN_DONE -> new Fault.Killed(SIGKILL, Work.DONE);
      case FAILS_SILENTLY -> new Fault.SilentExit(1);
      case CLAIMS_SUCCESS -> new Fault.SilentExit(0);
      case OUTPUT_LOST -> new Fault.TruncatedOutput(0);
    };
  }
}
