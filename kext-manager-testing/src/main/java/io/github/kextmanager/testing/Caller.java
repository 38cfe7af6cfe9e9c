package io.github.kextmanager.testing;

import io.github.kextmanager.testing.program.Sudoers;

/**
 * As whom the commands that a simulated Mac is asked to run are run, and what sudo lets that user
 * do.
 *
 * @since 0.1.0
 */
public enum Caller {
  /** Root. */
  ROOT(0, Sudoers.ALLOWED),
  /** A user for whom {@code sudo -n} works. */
  SUDOER_WITHOUT_PASSWORD(501, Sudoers.ALLOWED),
  /** A user whom sudo asks for a password, which {@code -n} forbids. */
  SUDOER_WITH_PASSWORD(501, Sudoers.ALLOWED_WITH_PASSWORD),
  /**
   * A user who is not in the sudoers file, and is told so. A real sudo that does not know the
   * user's password yet says instead that one is required.
   */
  NOT_A_SUDOER(501, Sudoers.NOT_LISTED);

  private final int uid;
  private final Sudoers sudoers;

  Caller(int uid, Sudoers sudoers) {
    this.uid = uid;
    this.sudoers = sudoers;
  }

  int uid() {
    return uid;
  }

  Sudoers sudoers() {
    return sudoers;
  }
}
