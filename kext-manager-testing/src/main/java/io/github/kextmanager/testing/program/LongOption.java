package io.github.kextmanager.testing.program;

/**
 * A long option of a program.
 *
 * @param name its name, without dashes
 * @param value whether it takes a value
 * @param letter what the parser reports for it
 */
public record LongOption(String name, Value value, char letter) {
  /** Whether an option takes a value. */
  public enum Value {
    /** None. */
    NONE,
    /** One that may be the next word. */
    REQUIRED,
    /** One that must be in the same word. */
    OPTIONAL
  }
}
