package io.github.kextmanager.testing.predicate;

import java.util.Optional;

/** One side of a comparison. */
public sealed interface Operand {
  /**
   * Its value for a thing.
   *
   * @param fields the values of the thing
   * @return the value, or empty if the thing has none of this name
   */
  Optional<String> value(Fields fields);

  /**
   * Its text as the right side of a comparison, where a name that is none of the thing's stands for
   * itself ({@code messageType == error}).
   *
   * @param fields the values of the thing
   * @return the text
   */
  String text(Fields fields);

  /**
   * The name of a value.
   *
   * @param name the name
   */
  record Key(String name) implements Operand {
    @Override
    public Optional<String> value(Fields fields) {
      return fields.value(name);
    }

    @Override
    public String text(Fields fields) {
      return fields.value(name).orElse(name);
    }
  }

  /**
   * A text in quotes, or a number.
   *
   * @param text the text without quotes
   */
  record Constant(String text) implements Operand {
    @Override
    public Optional<String> value(Fields fields) {
      return Optional.of(text);
    }

    @Override
    public String text(Fields fields) {
      return text;
    }
  }
}
