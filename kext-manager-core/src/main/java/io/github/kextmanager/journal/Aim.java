package io.github.kextmanager.journal;

/** What is wanted of a kext. */
public enum Aim {
  /** It is to be loaded. */
  LOADED,
  /** It is not to be in the kernel. */
  ABSENT
}
