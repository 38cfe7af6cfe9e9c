package io.github.kextmanager.testing.query;

/** What is wrong with the words of a query. */
public enum QueryError {
  /** Parentheses with nothing in between. */
  EMPTY_GROUP,
  /** An operator where none may be. */
  SYNTAX,
  /** A word that is no predicate. */
  NO_PREDICATE,
  /** A predicate lacks an argument, or has one that it does not take. */
  BAD_ARGUMENT,
  /** A parenthesis that closes nothing. */
  NESTING
}
