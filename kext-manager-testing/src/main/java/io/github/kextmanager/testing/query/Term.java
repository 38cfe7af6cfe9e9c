package io.github.kextmanager.testing.query;

/**
 * The smallest part of a query. It may do something as well as answer.
 *
 * @param <T> what is asked about
 */
@FunctionalInterface
public interface Term<T> {
  /**
   * Looks at a subject.
   *
   * @param subject the subject
   * @return what it says of it
   */
  Answer evaluate(T subject);
}
