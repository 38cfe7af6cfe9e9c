package io.github.kextmanager.testing.program;

/**
 * A long option of a program.
 *
 * @param name its name, without dashes
 * @param value whether it takes a value
 * @param letter what the parser reports for it
 */
record LongOption(String name, Value value, char letter) {
  enum Value {
    NONE,
    REQUIRED,
    OPTIONAL
  }
}
