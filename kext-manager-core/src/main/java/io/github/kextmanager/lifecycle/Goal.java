package io.github.kextmanager.lifecycle;

/** What somebody wanted of a kext. */
public enum Goal {
  /** It was to be loaded. */
  LOADED,
  /** It was not to be in the kernel. */
  ABSENT
}
