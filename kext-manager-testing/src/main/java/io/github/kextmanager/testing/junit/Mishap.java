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
  HANGS(new Fault.Hang(Work.UNDONE)),
  /** It does its work, and then runs into its deadline. */
  HANGS_WHEN_DONE(new Fault.Hang(Work.DONE)),
  /** It is killed before it has done anything. */
  KILLED(new Fault.Killed(Mishap.SIGKILL, Work.UNDONE)),
  /** It does its work, and is killed before it says so. */
  KILLED_WHEN_DONE(new Fault.Killed(Mishap.SIGKILL, Work.DONE)),
  /** It does nothing, says nothing, and ends with status 1. */
  FAILS_SILENTLY(new Fault.SilentExit(1)),
  /** It does nothing, says nothing, and ends as if all were well. */
  CLAIMS_SUCCESS(new Fault.SilentExit(0)),
  /** It does its work, but nothing that it prints to standard output arrives. */
  OUTPUT_LOST(new Fault.TruncatedOutput(0));

  private static final int SIGKILL = 9;

  private final Fault fault;

  Mishap(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
