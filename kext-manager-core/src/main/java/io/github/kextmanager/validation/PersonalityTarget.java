package io.github.kextmanager.validation;

/** What is found under the identifier that a personality names. */
public enum PersonalityTarget {
  /** No kext. */
  NOT_FOUND,
  /** A kext without code. */
  WITHOUT_CODE,
  /** A kext with code that cannot be loaded. */
  NOT_LOADABLE,
  /** A kext with code that can be loaded. */
  LOADABLE
}
