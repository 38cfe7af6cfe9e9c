package io.github.kextmanager.testing.query;

import io.github.kextmanager.testing.query.Element.Evaluation;

/**
 * A query, ready to be put.
 *
 * @param <T> what it is about
 */
public final class Query<T> {
  private final Element<T> root;

  Query(Element<T> root) {
    this.root = root;
  }

  /**
   * Puts it, and looks at no more terms than are needed for the answer.
   *
   * @param subject what to look at
   * @return whether it holds
   */
  public Answer evaluate(T subject) {
    return root.evaluate(subject, Evaluation.AS_NEEDED);
  }

  /**
   * Puts it, and looks at every term in turn.
   *
   * @param subject what to look at
   * @return whether a term failed, and else not much: terms that must all hold are taken to hold
   */
  public Answer evaluateAll(T subject) {
    return root.evaluate(subject, Evaluation.ALL);
  }
}
