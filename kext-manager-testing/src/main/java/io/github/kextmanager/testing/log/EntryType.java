package io.github.kextmanager.testing.log;

/** How important an entry of the system log is, as log(1) names it. */
public enum EntryType {
  /** What is always kept. */
  DEFAULT,
  /** What helps, but is not needed. */
  INFO,
  /** What only a developer wants to see. */
  DEBUG,
  /** A failure inside one process. */
  ERROR,
  /** A failure that concerns more than one process. */
  FAULT
}
