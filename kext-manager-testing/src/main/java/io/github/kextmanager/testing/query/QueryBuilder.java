package io.github.kextmanager.testing.query;

import io.github.kextmanager.testing.query.Group.Operator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Puts a query together from left to right (kext_tools, QEQuery.c). Groups of "or" are those in
 * parentheses, and the whole; a group of "and" comes about where an "and" is said or left out, and
 * takes the element before it out of the "or" around.
 *
 * <p>Each step says what is wrong, or nothing.
 */
final class QueryBuilder<T> {
  private final Group<T> root = new Group<>(Operator.OR, Sense.STRAIGHT);
  private final Deque<Group<T>> open = new ArrayDeque<>();
  private int nesting;
  private boolean isOperatorPending;

  QueryBuilder() {
    open.push(root);
  }

  Group<T> root() {
    return root;
  }

  /** Whether all groups are closed, and nothing is missing behind an operator. */
  boolean isComplete() {
    return nesting == 0 && !isOperatorPending;
  }

  void add(Element<T> element) {
    if (!isOperatorPending && top().size() > 0) {
      bindByAnd();
    }
    top().add(element);
    isOperatorPending = false;
  }

  Optional<QueryError> and() {
    if (isOperatorPending) {
      return Optional.of(QueryError.SYNTAX);
    }
    bindByAnd();
    return Optional.empty();
  }

  /** An "and" behind an element is satisfied by it already, so nothing need follow. */
  private void bindByAnd() {
    isOperatorPending = true;
    if (top().is(Operator.OR)) {
      push(Operator.AND, Sense.STRAIGHT);
    }
  }

  Optional<QueryError> or() {
    if (isOperatorPending) {
      return Optional.of(QueryError.SYNTAX);
    }
    isOperatorPending = true;
    return top().is(Operator.AND) ? pop() : Optional.empty();
  }

  void startGroup(Sense sense) {
    if (!isOperatorPending && top().is(Operator.OR)) {
      push(Operator.AND, Sense.STRAIGHT);
    }
    push(Operator.OR, sense);
    nesting++;
  }

  Optional<QueryError> endGroup() {
    if (isComplete()) {
      return Optional.of(QueryError.NESTING);
    }
    if (top().size() == 0) {
      return Optional.of(QueryError.EMPTY_GROUP);
    }
    if (top().is(Operator.AND)) {
      Optional<QueryError> error = pop();
      if (error.isPresent()) {
        return error;
      }
    }
    if (top().is(Operator.AND) || !popAndCoalesce()) {
      return Optional.of(QueryError.NESTING);
    }
    nesting--;
    boolean isDone = !top().is(Operator.AND) || !isOfOne() || popAndCoalesce();
    return isDone ? Optional.empty() : Optional.of(QueryError.NESTING);
  }

  private Group<T> top() {
    return open.getFirst();
  }

  private boolean isOfOne() {
    return open.size() > 1 && top().size() == 1;
  }

  private void push(Operator operator, Sense sense) {
    Group<T> group = new Group<>(operator, sense);
    Optional<Element<T>> before =
        operator == Operator.AND ? top().takeLast() : Optional.<Element<T>>empty();
    top().add(group);
    open.push(group);
    before.ifPresent(this::add);
  }

  private Optional<QueryError> pop() {
    if (open.size() < 2) {
      return Optional.of(QueryError.NESTING);
    }
    open.pop();
    return Optional.empty();
  }

  /** Closes a group; one of one element is replaced by that. */
  private boolean popAndCoalesce() {
    boolean isOfOne = isOfOne();
    Group<T> group = top();
    if (pop().isPresent()) {
      return false;
    }
    if (isOfOne) {
      Element<T> only = group.takeLast().orElseThrow();
      if (top().takeLast().isEmpty()) {
        return false;
      }
      top().add(group.sense() == Sense.NEGATED ? only.negated() : only);
    }
    return true;
  }
}
