package io.github.kextmanager.verdict;

/**
 * Something that a status answer says about the Mac or a bundle.
 *
 * @param name what it is about: as printed where the answer is a list of names and values
 * @param value what is said
 */
public record Fact(String name, Value value) {
  /** What a fact says. */
  public sealed interface Value permits Setting, Truth, Amount, Words {
    /** Returns the value as text. */
    @Override
    String toString();
  }

  /**
   * Something that can be switched on and off.
   *
   * @param enabled whether it is on
   */
  public record Setting(boolean enabled) implements Value {
    /** Returns {@code enabled} or {@code disabled}. */
    @Override
    public String toString() {
      return enabled ? "enabled" : "disabled";
    }
  }

  /**
   * Something that is so or not.
   *
   * @param holds whether it is so
   */
  public record Truth(boolean holds) implements Value {
    /** Returns {@code true} or {@code false}. */
    @Override
    public String toString() {
      return Boolean.toString(holds);
    }
  }

  /**
   * A number.
   *
   * @param number the number
   */
  public record Amount(long number) implements Value {
    /** Returns the number in decimal. */
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /**
   * Words.
   *
   * @param text the words as printed
   */
  public record Words(String text) implements Value {
    /** Returns the words. */
    @Override
    public String toString() {
      return text;
    }
  }
}
