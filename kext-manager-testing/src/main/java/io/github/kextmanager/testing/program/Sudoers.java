package io.github.kextmanager.testing.program;

/** What sudo allows the user who runs it. */
public enum Sudoers {
  /** Everything, without a password. */
  ALLOWED,
  /** Everything, with a password. */
  ALLOWED_WITH_PASSWORD,
  /** Nothing, and the user's password is known already. */
  NOT_LISTED
}
