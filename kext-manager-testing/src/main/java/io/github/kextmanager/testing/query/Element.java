package io.github.kextmanager.testing.query;

/** A part of a query that is being built. */
sealed interface Element<T> permits Group, Element.Leaf {
  Answer evaluate(T subject, Evaluation mode);

  /** The same with the opposite meaning. */
  Element<T> negated();

  /** How much of a query is evaluated. */
  enum Evaluation {
    /** No more than is needed for the answer. */
    AS_NEEDED,
    /** All of it: a group whose parts must all hold always does. */
    ALL
  }

  record Leaf<T>(Term<T> term, Sense sense) implements Element<T> {
    @Override
    public Answer evaluate(T subject, Evaluation mode) {
      return sense.of(term.evaluate(subject));
    }

    @Override
    public Element<T> negated() {
      return new Leaf<>(term, sense.opposite());
    }
  }
}
