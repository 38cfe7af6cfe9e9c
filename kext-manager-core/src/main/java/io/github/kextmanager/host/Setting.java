package io.github.kextmanager.host;

/** Whether something is switched on. */
public enum Setting {
  /** It is. */
  ENABLED,
  /** It is not. */
  DISABLED
}
