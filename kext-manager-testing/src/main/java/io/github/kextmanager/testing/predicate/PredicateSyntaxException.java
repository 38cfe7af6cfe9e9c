package io.github.kextmanager.testing.predicate;

/** A text that is no predicate, or one of a kind that is not known here. */
public final class PredicateSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  PredicateSyntaxException(String message) {
    super(message);
  }
}
