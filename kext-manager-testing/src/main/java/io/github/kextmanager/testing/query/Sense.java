package io.github.kextmanager.testing.query;

/** Whether a part of a query is meant as it stands. */
enum Sense {
  /** As it stands. */
  STRAIGHT,
  /** The opposite. */
  NEGATED;

  Sense opposite() {
    return this == STRAIGHT ? NEGATED : STRAIGHT;
  }

  /** What is meant by an answer; that it cannot be told, in either sense. */
  Answer of(Answer answer) {
    return answer == Answer.FAILED || this == STRAIGHT ? answer : Answer.of(answer == Answer.NO);
  }
}
