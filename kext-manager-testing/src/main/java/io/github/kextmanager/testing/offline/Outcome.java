package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.ExitStatus;

/**
 * What became of one kext.
 *
 * @param status the exit status, if it is the first that is not 0
 * @param next whether the kexts after it are still looked at
 */
record Outcome(int status, Next next) {
  static final Outcome OK = new Outcome(ExitStatus.OK, Next.GO_ON);

  /** Whether the tool goes on with the next kext. */
  enum Next {
    GO_ON,
    STOP
  }

  static Outcome failed(int status) {
    return new Outcome(status, Next.GO_ON);
  }

  static Outcome fatal(int status) {
    return new Outcome(status, Next.STOP);
  }

  boolean isOk() {
    return status == ExitStatus.OK;
  }
}
