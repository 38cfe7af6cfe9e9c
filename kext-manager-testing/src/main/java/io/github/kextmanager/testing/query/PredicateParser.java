package io.github.kextmanager.testing.query;

import java.util.List;

/**
 * Reads a predicate.
 *
 * @param <T> what the query is about
 */
@FunctionalInterface
public interface PredicateParser<T> {
  /**
   * Reads one.
   *
   * @param words the predicate and all that follows it; words may be moved
   * @return the term, or that there is none
   */
  ParsedPredicate<T> parse(List<String> words);
}
