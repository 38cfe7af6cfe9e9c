package io.github.kextmanager.bundle;

import java.util.Optional;

/**
 * What an Info.plist says under a key. A bundle with a wrong value can still be read, shown and
 * judged.
 *
 * @param <T> what belongs under the key
 */
public sealed interface Property<T> {
  /**
   * The key is not there.
   *
   * @param <T> what belongs under the key
   */
  record Absent<T>() implements Property<T> {
    private static final Absent<?> ABSENT = new Absent<>();
  }

  /**
   * The key holds what belongs there.
   *
   * @param value the value
   * @param <T> what belongs under the key
   */
  record Present<T>(T value) implements Property<T> {}

  /**
   * The key holds something of another kind.
   *
   * @param kind the name of its kind in a property list, such as {@code integer}
   * @param text the value as text; empty for a collection or data
   * @param <T> what belongs under the key
   */
  record Mistyped<T>(String kind, String text) implements Property<T> {}

  /**
   * What stands under a key that is not there.
   *
   * @param <T> what belongs under the key
   * @return nothing
   */
  @SuppressWarnings("unchecked") // it holds nothing of any type
  static <T> Property<T> absent() {
    return (Property<T>) Absent.ABSENT;
  }

  /**
   * The value.
   *
   * @return the value; empty if the key is not there or holds something of another kind
   */
  default Optional<T> asOptional() {
    return this instanceof Present<T> present ? Optional.of(present.value()) : Optional.empty();
  }

  /**
   * Whether the key is not there.
   *
   * @return true if it is not
   */
  default boolean isAbsent() {
    return this instanceof Absent<T>;
  }
}
