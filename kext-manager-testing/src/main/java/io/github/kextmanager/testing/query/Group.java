package io.github.kextmanager.testing.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elements bound by one operator. A group of none holds. */
final class Group<T> implements Element<T> {
  private final Operator operator;
  private final List<Element<T>> elements = new ArrayList<>();
  private Sense sense;

  enum Operator {
    AND,
    OR
  }

  Group(Operator operator, Sense sense) {
    this.operator = operator;
    this.sense = sense;
  }

  boolean is(Operator other) {
    return operator == other;
  }

  Sense sense() {
    return sense;
  }

  int size() {
    return elements.size();
  }

  void add(Element<T> element) {
    elements.add(element);
  }

  /** Takes out the last element. */
  Optional<Element<T>> takeLast() {
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(elements.remove(elements.size() - 1));
  }

  @Override
  public Element<T> negated() {
    sense = sense.opposite();
    return this;
  }

  /**
   * After something has failed nothing holds any more, but all that is to be evaluated still is.
   */
  @Override
  public Answer evaluate(T subject, Evaluation mode) {
    boolean hasFailed = false;
    boolean holds = elements.isEmpty() || is(Operator.AND);
    for (Element<T> element : elements) {
      Answer answer = element.evaluate(subject, mode);
      hasFailed |= answer == Answer.FAILED;
      if (is(Operator.OR)) {
        holds |= answer == Answer.YES && !hasFailed;
      }
      boolean isDecided = is(Operator.OR) ? holds : answer != Answer.YES;
      if (mode == Evaluation.AS_NEEDED && isDecided) {
        holds = is(Operator.OR);
        break;
      }
    }
    return hasFailed ? Answer.FAILED : sense.of(Answer.of(holds));
  }
}
