package io.github.kextmanager.testing.predicate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How two texts must relate.
 *
 * @param operator the operator
 * @param folding which differences between letters do not count
 */
public record Relation(Operator operator, Folding folding) {
  /** The operators of NSPredicate for texts and numbers. */
  public enum Operator {
    /** {@code ==} or {@code =}. */
    EQUAL,
    /** {@code !=} or {@code <>}. */
    NOT_EQUAL,
    /** {@code <}. */
    LESS,
    /** {@code <=} or {@code =<}. */
    LESS_OR_EQUAL,
    /** {@code >}. */
    GREATER,
    /** {@code >=} or {@code =>}. */
    GREATER_OR_EQUAL,
    /** {@code CONTAINS}. */
    CONTAINS,
    /** {@code BEGINSWITH}. */
    BEGINS_WITH,
    /** {@code ENDSWITH}. */
    ENDS_WITH,
    /** {@code LIKE}: {@code *} and {@code ?} stand for other letters. */
    LIKE,
    /** {@code MATCHES}: a regular expression for the whole text. */
    MATCHES
  }

  /**
   * Which differences do not count.
   *
   * @param ignoresCase {@code [c]}
   * @param ignoresDiacritics {@code [d]}
   */
  public record Folding(boolean ignoresCase, boolean ignoresDiacritics) {
    /** Every difference counts. */
    public static final Folding NONE = new Folding(false, false);

    String apply(String text) {
      String folded = ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
      return ignoresDiacritics
          ? Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
          : folded;
    }
  }

  boolean holds(String left, String right) {
    String value = folding.apply(left);
    String other = folding.apply(right);
    return switch (operator) {
      case EQUAL -> compare(value, other) == 0;
      case NOT_EQUAL -> compare(value, other) != 0;
      case LESS -> compare(value, other) < 0;
      case LESS_OR_EQUAL -> compare(value, other) <= 0;
      case GREATER -> compare(value, other) > 0;
      case GREATER_OR_EQUAL -> compare(value, other) >= 0;
      case CONTAINS -> value.contains(other);
      case BEGINS_WITH -> value.startsWith(other);
      case ENDS_WITH -> value.endsWith(other);
      case LIKE -> Pattern.compile(wildcards(other), Pattern.DOTALL).matcher(value).matches();
      case MATCHES -> Pattern.compile(right).matcher(left).matches();
    };
  }

  private static int compare(String left, String right) {
    return isNumber(left) && isNumber(right)
        ? Long.compare(Long.parseLong(left), Long.parseLong(right))
        : left.compareTo(right);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,18}");
  }

  private static String wildcards(String pattern) {
    var expression = new StringBuilder();
    pattern
        .chars()
        .forEach(
            letter ->
                expression.append(
                    switch (letter) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(letter));
                    }));
    return expression.toString();
  }
}
