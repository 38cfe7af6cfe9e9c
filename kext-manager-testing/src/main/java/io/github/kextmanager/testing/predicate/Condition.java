package io.github.kextmanager.testing.predicate;

import java.util.List;

/** What a predicate demands of a thing with named values. */
public sealed interface Condition {
  /**
   * Whether a thing is as demanded.
   *
   * @param fields its values
   * @return true if it is
   */
  boolean holds(Fields fields);

  /**
   * All of several conditions: {@code AND}.
   *
   * @param parts the conditions
   */
  record All(List<Condition> parts) implements Condition {
    /** Takes an unmodifiable copy of the list. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Fields fields) {
      return parts.stream().allMatch(part -> part.holds(fields));
    }
  }

  /**
   * Any of several conditions: {@code OR}.
   *
   * @param parts the conditions
   */
  record Any(List<Condition> parts) implements Condition {
    /** Takes an unmodifiable copy of the list. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Fields fields) {
      return parts.stream().anyMatch(part -> part.holds(fields));
    }
  }

  /**
   * The contrary of a condition: {@code NOT}.
   *
   * @param part the condition
   */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Fields fields) {
      return !part.holds(fields);
    }
  }

  /**
   * {@code TRUEPREDICATE} or {@code FALSEPREDICATE}.
   *
   * @param value what it always is
   */
  record Fixed(boolean value) implements Condition {
    @Override
    public boolean holds(Fields fields) {
      return value;
    }
  }

  /**
   * A value beside one or several others.
   *
   * @param left what is looked at
   * @param relation how they must relate
   * @param right what it is compared with: one operand, or the elements of a set, of which one must
   *     do
   */
  record Comparison(Operand left, Relation relation, List<Operand> right) implements Condition {
    /** Takes an unmodifiable copy of the list. */
    public Comparison {
      right = List.copyOf(right);
    }

    @Override
    public boolean holds(Fields fields) {
      return left.value(fields)
          .filter(
              value ->
                  right.stream().anyMatch(operand -> relation.holds(value, operand.text(fields))))
          .isPresent();
    }
  }
}
