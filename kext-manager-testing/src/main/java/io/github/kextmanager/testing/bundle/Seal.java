package io.github.kextmanager.testing.bundle;

/** Whether a bundle is still what was signed. */
public enum Seal {
  /** It is. */
  INTACT,
  /** Its code, or without code its property list, was changed after it was signed. */
  BROKEN
}
