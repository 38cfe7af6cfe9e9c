package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.predicate.Condition;
import io.github.kextmanager.testing.predicate.Condition.Comparison;
import io.github.kextmanager.testing.predicate.Operand;
import io.github.kextmanager.testing.predicate.PredicateParser;
import io.github.kextmanager.testing.predicate.PredicateSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The predicates of {@code --filter} and {@code --filter-all} about the Info.plist of a kext, with
 * the key in quotes or not: {@code 'OSBundleRequired' == 'Root'}.
 */
final class KextFilter {
  private KextFilter() {}

  static Predicate<KextOnDisk> of(Given given, String option) throws ArgumentException {
    Optional<String> predicate = given.last(option);
    if (predicate.isEmpty()) {
      return kext -> true;
    }
    try {
      Condition condition = withKeys(PredicateParser.parse(predicate.get()));
      return kext -> condition.holds(kext.info()::string);
    } catch (PredicateSyntaxException e) {
      throw new ArgumentException(
          "The value '%s' is invalid for '--%s <%s>': %s"
              .formatted(predicate.get(), option, option, e.getMessage()));
    }
  }

  private static Condition withKeys(Condition condition) {
    if (condition instanceof Condition.All all) {
      return new Condition.All(all.parts().stream().map(KextFilter::withKeys).toList());
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(any.parts().stream().map(KextFilter::withKeys).toList());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(withKeys(not.part()));
    }
    return condition instanceof Comparison comparison ? withKey(comparison) : condition;
  }

  private static Comparison withKey(Comparison comparison) {
    Operand left =
        comparison.left() instanceof Operand.Constant constant
            ? new Operand.Key(constant.text())
            : comparison.left();
    return new Comparison(left, comparison.relation(), List.copyOf(comparison.right()));
  }
}
