package io.github.kextmanager.testing.predicate;

import io.github.kextmanager.testing.predicate.Relation.Folding;
import io.github.kextmanager.testing.predicate.Relation.Operator;
import io.github.kextmanager.testing.predicate.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads predicates: comparisons, {@code IN} with a set, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses, with the operators of {@link Operator}. What else NSPredicate knows (functions, key
 * paths with {@code @}, {@code BETWEEN}, quantifiers, arithmetic) is refused.
 */
public final class PredicateParser {
  /** Deeper than anybody writes, and far from the end of the stack. */
  private static final int MAXIMUM_DEPTH = 100;

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("==", Operator.EQUAL),
          Map.entry("=", Operator.EQUAL),
          Map.entry("!=", Operator.NOT_EQUAL),
          Map.entry("<>", Operator.NOT_EQUAL),
          Map.entry("<", Operator.LESS),
          Map.entry("<=", Operator.LESS_OR_EQUAL),
          Map.entry("=<", Operator.LESS_OR_EQUAL),
          Map.entry(">", Operator.GREATER),
          Map.entry(">=", Operator.GREATER_OR_EQUAL),
          Map.entry("=>", Operator.GREATER_OR_EQUAL),
          Map.entry("CONTAINS", Operator.CONTAINS),
          Map.entry("BEGINSWITH", Operator.BEGINS_WITH),
          Map.entry("ENDSWITH", Operator.ENDS_WITH),
          Map.entry("LIKE", Operator.LIKE),
          Map.entry("MATCHES", Operator.MATCHES));

  private final List<Token> tokens;
  private int at;
  private int depth;

  private PredicateParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a predicate.
   *
   * @param predicate the text
   * @return what it demands
   * @throws PredicateSyntaxException if it is no predicate, or has a part that is not known here
   */
  public static Condition parse(String predicate) throws PredicateSyntaxException {
    var parser = new PredicateParser(Token.of(predicate));
    Condition condition = parser.any();
    if (parser.next().kind() != Kind.END) {
      throw parser.unexpected();
    }
    return condition;
  }

  private Condition any() throws PredicateSyntaxException {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (skip("OR") || skip("||")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private Condition all() throws PredicateSyntaxException {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (skip("AND") || skip("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private Condition one() throws PredicateSyntaxException {
    if (++depth > MAXIMUM_DEPTH) {
      throw new PredicateSyntaxException(
          "it is nested deeper than %d levels".formatted(MAXIMUM_DEPTH));
    }
    Condition condition = simple();
    depth--;
    return condition;
  }

  private Condition simple() throws PredicateSyntaxException {
    if (skip("NOT") || skip("!")) {
      return new Condition.Not(one());
    }
    if (skip("(")) {
      Condition inside = any();
      expect(")");
      return inside;
    }
    if (skip("TRUEPREDICATE")) {
      return new Condition.Fixed(true);
    }
    if (skip("FALSEPREDICATE")) {
      return new Condition.Fixed(false);
    }
    return comparison();
  }

  private Condition comparison() throws PredicateSyntaxException {
    Operand left = operand();
    if (skip("IN")) {
      return new Condition.Comparison(left, new Relation(Operator.EQUAL, folding()), set());
    }
    var relation = new Relation(operator(), folding());
    Operand right = operand();
    if (relation.operator() == Operator.MATCHES && right instanceof Operand.Constant expression) {
      checkExpression(expression.text());
    }
    return new Condition.Comparison(left, relation, List.of(right));
  }

  private static void checkExpression(String expression) throws PredicateSyntaxException {
    try {
      Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new PredicateSyntaxException(
          "\"%s\" is no regular expression: %s".formatted(expression, e.getDescription()));
    }
  }

  private Operator operator() throws PredicateSyntaxException {
    Optional<Operator> found =
        OPERATORS.entrySet().stream()
            .filter(entry -> next().is(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (found.isEmpty()) {
      throw unexpected();
    }
    at++;
    return found.get();
  }

  private Folding folding() throws PredicateSyntaxException {
    if (!skip("[")) {
      return Folding.NONE;
    }
    String letters = next().text();
    if (!letters.matches("c|d|cd|dc")) {
      throw unexpected();
    }
    at++;
    expect("]");
    return new Folding(letters.contains("c"), letters.contains("d"));
  }

  private List<Operand> set() throws PredicateSyntaxException {
    expect("{");
    List<Operand> elements = new ArrayList<>(List.of(operand()));
    while (skip(",")) {
      elements.add(operand());
    }
    expect("}");
    return elements;
  }

  private Operand operand() throws PredicateSyntaxException {
    Token token = next();
    if (token.kind() == Kind.SIGN || token.kind() == Kind.END) {
      throw unexpected();
    }
    at++;
    return token.kind() == Kind.WORD
        ? new Operand.Key(token.text())
        : new Operand.Constant(token.text());
  }

  private Token next() {
    return tokens.get(at);
  }

  private boolean skip(String expected) {
    if (!next().is(expected)) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(String expected) throws PredicateSyntaxException {
    if (!skip(expected)) {
      throw unexpected();
    }
  }

  private PredicateSyntaxException unexpected() {
    return new PredicateSyntaxException(
        next().kind() == Kind.END
            ? "it ends too early"
            : "\"%s\" cannot stand where it does".formatted(next().text()));
  }
}
