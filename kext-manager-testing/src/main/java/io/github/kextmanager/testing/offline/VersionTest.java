package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.VersionGrammar;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * A condition on versions: {@code eVERSION}, {@code neVERSION}, {@code gtVERSION}, {@code
 * geVERSION}, {@code leVERSION}, or {@code VERSION-VERSION} for all between two (kext_tools,
 * kextfind_query.c: {@code parseVersionArg}).
 */
final class VersionTest {
  private VersionTest() {}

  /** Reads one; empty if it is none. */
  static Optional<LongPredicate> parse(String text, VersionGrammar grammar) {
    Operator operator = Operator.of(text);
    if (operator == Operator.WRONG) {
      return Optional.empty();
    }
    String versions = text.substring(operator.length);
    int hyphen = versions.indexOf('-');
    if (hyphen < 0) {
      return value(versions, grammar).stream().mapToObj(operator::test).findFirst();
    }
    OptionalLong first = value(versions.substring(0, hyphen), grammar);
    OptionalLong last = value(versions.substring(hyphen + 1), grammar);
    return operator.isForRanges && first.isPresent() && last.isPresent()
        ? Optional.of(version -> first.getAsLong() <= version && version <= last.getAsLong())
        : Optional.empty();
  }

  /** A version on a command line as the number that stands for it. */
  static OptionalLong value(String text, VersionGrammar grammar) {
    return grammar.fromTool(text).map(grammar::pack).stream()
        .mapToLong(packed -> packed.value())
        .findFirst();
  }

  private enum Operator {
    NONE(0, true),
    EQUAL(1, false),
    NOT_EQUAL(2, false),
    GREATER(2, false),
    GREATER_OR_EQUAL(2, false),
    LESS_OR_EQUAL(2, false),
    /** Forgotten as soon as it was read: a slip of the real one, for which it means "equal". */
    LESS(2, true),
    WRONG(0, false);

    private final int length;
    private final boolean isForRanges;

    Operator(int length, boolean isForRanges) {
      this.length = length;
      this.isForRanges = isForRanges;
    }

    static Operator of(String text) {
      return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
        case 'e' -> EQUAL;
        case 'n' -> text.startsWith("ne") ? NOT_EQUAL : WRONG;
        case 'g' ->
            text.startsWith("ge") ? GREATER_OR_EQUAL : text.startsWith("gt") ? GREATER : WRONG;
        case 'l' -> text.startsWith("le") ? LESS_OR_EQUAL : text.startsWith("lt") ? LESS : WRONG;
        default -> NONE;
      };
    }

    LongPredicate test(long wanted) {
      return switch (this) {
        case NOT_EQUAL -> version -> version != wanted;
        case GREATER -> version -> version > wanted;
        case GREATER_OR_EQUAL -> version -> version >= wanted;
        case LESS_OR_EQUAL -> version -> version <= wanted;
        default -> version -> version == wanted;
      };
    }
  }
}
