package io.github.kextmanager.testing.remembered;

/** How a kext came to be remembered. */
enum Owing {
  /** A load was asked for, and nobody had allowed it. */
  LOAD_AWAITING_APPROVAL,
  /** A load was asked for and allowed; from macOS 11 on it waits for a restart. */
  LOAD_AWAITING_RESTART,
  /** The kernel said that it unloads nothing until it is restarted. */
  UNLOAD_AWAITING_RESTART,
  /** A load that was allowed was cut short when the tool had done its work. */
  INTERRUPTED_LOAD,
  /** An unload was cut short before the tool had done anything. */
  INTERRUPTED_UNLOAD
}
