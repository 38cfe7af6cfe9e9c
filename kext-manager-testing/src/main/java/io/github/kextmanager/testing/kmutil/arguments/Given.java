package io.github.kextmanager.testing.kmutil.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was given on a command line.
 *
 * @param values the values of options by their long names; a flag has none
 * @param operands the other words
 */
public record Given(Map<String, List<String>> values, List<String> operands) {
  /** The long name under which {@code --help} is given. */
  public static final String HELP = "help";

  /** Takes unmodifiable copies. */
  public Given {
    values = Map.copyOf(values);
    operands = List.copyOf(operands);
  }

  /**
   * All values of an option.
   *
   * @param name its long name
   * @return the values in the order in which they were given
   */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The value of an option that has one.
   *
   * @param name its long name
   * @return the last one given
   */
  public Optional<String> last(String name) {
    List<String> given = all(name);
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
  }

  /**
   * Whether an option was given.
   *
   * @param name its long name
   * @return true if it was
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }
}
