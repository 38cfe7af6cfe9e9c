package io.github.kextmanager.validation;

/** What is demanded of a property, apart from its type. */
enum Demand {
  /** Nothing. */
  NONE,
  /** If it is there, it must not be empty. */
  NOT_EMPTY,
  /** It must be there, and be more than empty. */
  NECESSARY
}
