package io.github.kextmanager.journal;

/** How something that was owed ended. */
public enum Settlement {
  /** What was wanted is there. */
  DONE,
  /** The Mac was restarted, or approval was given, and what was wanted is not there. */
  DID_NOT_TAKE,
  /** It was asked for again, and macOS refused it for another reason. */
  REFUSED,
  /** Whoever asked does not want it any more. */
  WITHDRAWN
}
