package io.github.kextmanager.lifecycle;

/** Whether the log of the Mac is asked for the kernel's own words. */
public enum KernelLogUse {
  /**
   * After a refusal, once for each change: one more command, {@code log show}, which can take
   * seconds. The tools pass on little of what the kernel says, and kmutil nothing.
   */
  ON_REFUSAL,
  /** Never. */
  NEVER
}
