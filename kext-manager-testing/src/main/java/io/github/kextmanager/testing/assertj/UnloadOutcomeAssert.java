package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about how an unload came out.
 *
 * @since 0.1.0
 */
public final class UnloadOutcomeAssert extends AbstractAssert<UnloadOutcomeAssert, UnloadOutcome> {
  UnloadOutcomeAssert(UnloadOutcome actual) {
    super(actual, UnloadOutcomeAssert.class);
  }

  /**
   * It is not loaded now, whether or not it was before.
   *
   * @return this
   */
  public UnloadOutcomeAssert isAbsent() {
    return check("to be absent", outcome().isAbsent());
  }

  /**
   * It was loaded before, and is not now.
   *
   * @return this
   */
  public UnloadOutcomeAssert isUnloaded() {
    return check("to be unloaded", outcome() instanceof UnloadOutcome.Unloaded);
  }

  /**
   * It was unloaded, and this is known of the next start of the Mac.
   *
   * @param nextStart whether it comes back
   * @return this
   */
  public UnloadOutcomeAssert isUnloadedAnd(NextStart nextStart) {
    return check(
        "to be unloaded, and at the next start " + nextStart,
        outcome() instanceof UnloadOutcome.Unloaded unloaded && unloaded.nextStart() == nextStart);
  }

  /**
   * It was not loaded in the first place.
   *
   * @return this
   */
  public UnloadOutcomeAssert wasNotLoaded() {
    return check("not to have been loaded", outcome() instanceof UnloadOutcome.NotLoaded);
  }

  /**
   * It is in use and stays loaded.
   *
   * @return this
   */
  public UnloadOutcomeAssert isInUse() {
    return check("to be in use", outcome() instanceof UnloadOutcome.InUse);
  }

  /**
   * It is in use, by a kind of hold, and stays loaded.
   *
   * @param hold what holds it
   * @return this
   */
  public UnloadOutcomeAssert isInUseBecauseOf(Hold hold) {
    return check(
        "to be in use because of " + hold,
        outcome() instanceof UnloadOutcome.InUse inUse && inUse.hold() == hold);
  }

  /**
   * Another kext uses it, so it stays loaded.
   *
   * @param identifier the kext that links against it
   * @return this
   */
  public UnloadOutcomeAssert isUsedBy(String identifier) {
    return check(
        "to be used by " + identifier,
        outcome() instanceof UnloadOutcome.InUse inUse
            && inUse.dependents().stream()
                .anyMatch(kext -> kext.identifier().value().equals(identifier)));
  }

  /**
   * Instances of a class of it are alive, so it stays loaded.
   *
   * @param className the class
   * @return this
   */
  public UnloadOutcomeAssert isHeldByInstancesOf(String className) {
    return check(
        "to be held by instances of " + className,
        outcome() instanceof UnloadOutcome.InUse inUse
            && inUse.holders().stream().anyMatch(each -> each.className().equals(className)));
  }

  /**
   * macOS refused to unload it.
   *
   * @param reason why
   * @return this
   */
  public UnloadOutcomeAssert isRefusedBecause(Reason reason) {
    return check(
        "to be refused because of " + reason,
        outcome() instanceof UnloadOutcome.Refused refused && refused.reason() == reason);
  }

  /**
   * It could not be found out what happened.
   *
   * @param doubt why not
   * @return this
   */
  public UnloadOutcomeAssert isIndeterminateBecause(Doubt doubt) {
    return check(
        "to be indeterminate because of " + doubt,
        outcome() instanceof UnloadOutcome.Indeterminate unknown && unknown.doubt() == doubt);
  }

  /**
   * Goes on with what the tool said.
   *
   * @return assertions about the verdict
   */
  public VerdictAssert verdict() {
    return new VerdictAssert(outcome().report().verdict());
  }

  private UnloadOutcome outcome() {
    isNotNull();
    return actual;
  }

  private UnloadOutcomeAssert check(String expected, boolean holds) {
    if (!holds) {
      throw failure(
          "%s",
          "Expected %s %s, but it is %s.\n%s"
              .formatted(
                  actual.identifier(), expected, described(actual), Told.report(actual.report())));
    }
    return this;
  }

  private static String described(UnloadOutcome outcome) {
    if (outcome instanceof UnloadOutcome.Unloaded unloaded) {
      return "unloaded, and at the next start " + unloaded.nextStart();
    }
    if (outcome instanceof UnloadOutcome.InUse inUse) {
      return "in use because of %s, by %s and held by %s"
          .formatted(
              inUse.hold(),
              named(inUse.dependents().stream().map(Told::kext).toList()),
              named(inUse.holders().stream().map(UnloadOutcomeAssert::instances).toList()));
    }
    if (outcome instanceof UnloadOutcome.Refused refused) {
      return "still loaded: refused because of " + refused.reason();
    }
    return outcome instanceof UnloadOutcome.Indeterminate unknown
        ? "indeterminate because of " + unknown.doubt()
        : "not loaded in the first place";
  }

  private static String instances(ClassInstances holder) {
    return "%d of %s".formatted(holder.instances(), holder.className());
  }

  private static String named(List<String> names) {
    return names.isEmpty() ? "nothing" : names.stream().collect(Collectors.joining(", "));
  }
}
