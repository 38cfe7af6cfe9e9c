package io.github.kextmanager.testing.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a query word by word.
 *
 * @param <T> what it is about
 */
public final class QueryReader<T> {
  private static final String NOT = "-not";

  private final Map<String, PredicateParser<T>> predicates;
  private final Map<String, String> synonyms;
  private final QueryBuilder<T> builder = new QueryBuilder<>();
  private Optional<QueryError> error = Optional.empty();

  /**
   * A reader that has read nothing.
   *
   * @param predicates the predicates by their names
   * @param synonyms other names of predicates, and of {@code -not}
   */
  public QueryReader(Map<String, PredicateParser<T>> predicates, Map<String, String> synonyms) {
    this.predicates = Map.copyOf(predicates);
    this.synonyms = Map.copyOf(synonyms);
  }

  /**
   * What one step came to.
   *
   * @param words how many words it took
   * @param goesOn whether there may be more
   */
  public record Step(int words, boolean goesOn) {}

  /**
   * Reads a predicate, an operator or a parenthesis.
   *
   * @param words all words that are left; they may be moved
   * @return what came of it; after an error the word after {@code -not} is the one to blame
   */
  public Step read(List<String> words) {
    if (words.isEmpty()) {
      return new Step(0, false);
    }
    Sense sense = predicate(words.get(0)).equals(NOT) ? Sense.NEGATED : Sense.STRAIGHT;
    int used = sense == Sense.NEGATED ? 1 : 0;
    if (used == words.size()) {
      error = Optional.of(QueryError.SYNTAX);
      return new Step(used, false);
    }
    Optional<Integer> taken = read(words.subList(used, words.size()), sense);
    return new Step(used + taken.orElse(0), taken.isPresent());
  }

  /** Returns how many words were taken; empty if the query ends here. */
  private Optional<Integer> read(List<String> words, Sense sense) {
    String predicate = predicate(words.get(0));
    switch (predicate) {
      case "-and" -> error = operator(sense).or(builder::and);
      case "-or" -> error = operator(sense).or(builder::or);
      case "(" -> builder.startGroup(sense);
      case ")" -> error = builder.endGroup();
      default -> {
        return readTerm(predicate, words, sense);
      }
    }
    return error.isPresent() ? Optional.empty() : Optional.of(1);
  }

  /** What is wrong with an operator in this sense. */
  private static Optional<QueryError> operator(Sense sense) {
    return sense == Sense.NEGATED ? Optional.of(QueryError.SYNTAX) : Optional.empty();
  }

  private Optional<Integer> readTerm(String predicate, List<String> words, Sense sense) {
    if (!predicates.containsKey(predicate)) {
      error = Optional.of(QueryError.NO_PREDICATE);
      return Optional.empty();
    }
    PredicateParser<T> parser = Objects.requireNonNull(predicates.get(predicate));
    ParsedPredicate<T> parsed = parser.parse(words);
    if (parsed instanceof ParsedPredicate.Taken<T> taken) {
      builder.add(new Element.Leaf<>(taken.term(), sense));
      return Optional.of(taken.words());
    }
    error = ((ParsedPredicate.Refused<T>) parsed).error();
    return Optional.empty();
  }

  private String predicate(String word) {
    return synonyms.getOrDefault(word, word);
  }

  /**
   * What is wrong.
   *
   * @return the error at which reading ended, if it did at one
   */
  public Optional<QueryError> error() {
    return error;
  }

  /**
   * Whether what was read is a query.
   *
   * @return false if a group is open, or something is missing behind an operator
   */
  public boolean isComplete() {
    return builder.isComplete() && error.isEmpty();
  }

  /**
   * What was read.
   *
   * @return the query; of no words one that always holds
   */
  public Query<T> query() {
    return new Query<>(builder.root());
  }
}
