package io.github.kextmanager.host;

import java.util.Optional;
import java.util.function.Function;

/**
 * A fact of a Mac, or that it is not known.
 *
 * @param <T> what it is
 */
public sealed interface HostFact<T> {
  /**
   * How it was learnt, or would have been: a command line or a path.
   *
   * @return the question
   */
  String asked();

  /**
   * It is known.
   *
   * @param <T> what it is
   * @param fact the fact
   * @param asked how it was learnt
   */
  record Known<T>(T fact, String asked) implements HostFact<T> {}

  /**
   * It is not known.
   *
   * @param <T> what it would be
   * @param because why, as a sentence
   * @param asked how it was asked for
   */
  record NotKnown<T>(String because, String asked) implements HostFact<T> {}

  /**
   * The fact, if it is known.
   *
   * @return the fact or empty
   */
  default Optional<T> value() {
    return this instanceof Known<T> known ? Optional.of(known.fact()) : Optional.empty();
  }

  /**
   * Reads a fact further.
   *
   * @param <U> what comes out
   * @param reading the reading; empty if this says nothing of that kind
   * @param otherwise why that is then not known, as a sentence
   * @return the other fact, asked for in the same way
   */
  default <U> HostFact<U> read(Function<T, Optional<U>> reading, String otherwise) {
    if (this instanceof Known<T> known) {
      Optional<U> fact = reading.apply(known.fact());
      return fact.isPresent()
          ? new Known<>(fact.get(), asked())
          : new NotKnown<>(otherwise, asked());
    }
    return new NotKnown<>(((NotKnown<T>) this).because(), asked());
  }
}
