package io.github.kextmanager.lifecycle;

/** Why the outcome of a change could not be found out. */
public enum Doubt {
  /** The command ran into its deadline and was stopped, and the kernel does not show the change. */
  TIMED_OUT,
  /** The command was ended by a signal, and the kernel does not show the change. */
  KILLED,
  /** The tool said that it succeeded, but the kernel does not show the change. */
  CONTRADICTED,
  /** The tool was asked for several kexts, and what it said speaks of others only. */
  NOT_MENTIONED,
  /** It was loaded and left alone, but is gone at the second look: something else unloaded it. */
  DISAPPEARED,
  /**
   * It was to be absent, but the kernel holds it under a new load tag: something loaded it anew.
   */
  CAME_BACK,
  /** The change was tried, but the look at the kernel afterwards failed. */
  NOT_OBSERVED
}
