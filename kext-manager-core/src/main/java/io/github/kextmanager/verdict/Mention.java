package io.github.kextmanager.verdict;

import java.util.Collection;
import java.util.List;

/**
 * A value and the line that it was read from.
 *
 * @param <T> what the value is
 * @param value the value
 * @param line where it stands first
 */
public record Mention<T>(T value, Evidence line) {
  /**
   * The values alone.
   *
   * @param <T> what they are
   * @param mentions the values with their lines
   * @return the values, in the same order
   */
  public static <T> List<T> values(Collection<Mention<T>> mentions) {
    return mentions.stream().map(Mention::value).toList();
  }
}
