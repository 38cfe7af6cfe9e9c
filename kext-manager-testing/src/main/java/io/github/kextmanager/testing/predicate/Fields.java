package io.github.kextmanager.testing.predicate;

import java.util.Optional;

/** The named values of a thing. */
@FunctionalInterface
public interface Fields {
  /**
   * A value.
   *
   * @param key its name
   * @return the value, or empty if the thing has none of this name
   */
  Optional<String> value(String key);
}
