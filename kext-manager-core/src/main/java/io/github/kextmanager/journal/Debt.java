package io.github.kextmanager.journal;

/** What must happen before a kext that was asked for can be loaded. */
public enum Debt {
  /** A person, or MDM, must approve it. */
  APPROVAL,
  /** The Mac must be restarted. */
  RESTART
}
