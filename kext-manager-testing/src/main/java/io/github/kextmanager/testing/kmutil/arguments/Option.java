package io.github.kextmanager.testing.kmutil.arguments;

import java.util.Optional;

/**
 * An option of a command.
 *
 * @param letter its short name, if it has one
 * @param name its long name without dashes; also what its value is called
 * @param arity whether it has a value, and how often it may be given
 * @param help what it is for
 */
public record Option(Optional<Character> letter, String name, Arity arity, String help) {
  /** What every command has. */
  static final Option HELP = flag(Given.HELP, "Show help information.").letter('h');

  /** Whether it has a value, and how often it may be given. */
  public enum Arity {
    /** It has none. */
    FLAG,
    /** It has one, and the last one counts. */
    ONE,
    /** Every one counts. */
    MANY
  }

  /**
   * An option without a value and without a short name.
   *
   * @param name its long name
   * @param help what it is for
   * @return the option
   */
  public static Option flag(String name, String help) {
    return new Option(Optional.empty(), name, Arity.FLAG, help);
  }

  /**
   * An option with one value and without a short name.
   *
   * @param name its long name
   * @param help what it is for
   * @return the option
   */
  public static Option one(String name, String help) {
    return new Option(Optional.empty(), name, Arity.ONE, help);
  }

  /**
   * An option that may be given several times, and has no short name.
   *
   * @param name its long name
   * @param help what it is for
   * @return the option
   */
  public static Option many(String name, String help) {
    return new Option(Optional.empty(), name, Arity.MANY, help);
  }

  /**
   * The same with a short name.
   *
   * @param shortName the letter
   * @return the option
   */
  public Option letter(char shortName) {
    return new Option(Optional.of(shortName), name, arity, help);
  }

  /** {@code --bundle-path}. */
  String longWord() {
    return "--" + name;
  }

  /** {@code -p}, or {@code --plugins} where there is no letter. */
  String shortWord() {
    return letter.map(each -> "-" + each).orElseGet(this::longWord);
  }

  boolean isCalled(String word) {
    return word.equals(longWord()) || letter.filter(each -> word.equals("-" + each)).isPresent();
  }

  /** {@code [--bundle-path <bundle-path> ...]}. */
  String synopsis() {
    return switch (arity) {
      case FLAG -> "[%s]".formatted(longWord());
      case ONE -> "[%s <%s>]".formatted(longWord(), name);
      case MANY -> "[%s <%s> ...]".formatted(longWord(), name);
    };
  }

  /** {@code -p, --bundle-path <bundle-path>}. */
  String label() {
    String names = letter.map(each -> "-%s, ".formatted(each)).orElse("") + longWord();
    return arity == Arity.FLAG ? names : "%s <%s>".formatted(names, name);
  }
}
