package io.github.kextmanager.testing.query;

import java.util.Optional;

/**
 * What came of reading a predicate.
 *
 * @param <T> what the query is about
 */
public sealed interface ParsedPredicate<T> {
  /**
   * A term.
   *
   * @param term the term
   * @param words how many words it took, with the predicate itself
   * @param <T> what the query is about
   */
  record Taken<T>(Term<T> term, int words) implements ParsedPredicate<T> {}

  /**
   * None: the query ends before the predicate.
   *
   * @param error what is wrong; empty if whoever read it has nothing to say about that
   * @param <T> what the query is about
   */
  record Refused<T>(Optional<QueryError> error) implements ParsedPredicate<T> {}

  /**
   * A predicate with an argument that is missing or wrong.
   *
   * @param <T> what the query is about
   * @return the refusal
   */
  static <T> ParsedPredicate<T> badArgument() {
    return new Refused<>(Optional.of(QueryError.BAD_ARGUMENT));
  }
}
