package io.github.kextmanager.testing.assertj;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static io.github.kextmanager.testing.assertj.Values.WIDGET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnloadOutcomeAssertTest {
  private static final LoadedKext KEXT = Values.kext(14, WIDGET.value(), "1.2");
  private static final UnloadOutcome UNLOADED =
      new UnloadOutcome.Unloaded(
          KEXT, NextStart.IN_COLLECTION, Values.report(Category.OK_UNLOADED));
  private static final UnloadOutcome NOT_LOADED =
      new UnloadOutcome.NotLoaded(WIDGET, Optional.empty(), Values.report(Category.NOT_FOUND));
  private static final UnloadOutcome IN_USE =
      new UnloadOutcome.InUse(
          KEXT,
          List.of(Values.kext(15, "com.example.Plug", "3.0")),
          List.of(new ClassInstances("com_example_Widget", 2)),
          Hold.DEPENDENTS,
          Values.report(Category.IN_USE));
  private static final UnloadOutcome REFUSED =
      new UnloadOutcome.Refused(
          KEXT, Reason.START_STOP_FAILED, Values.report(Category.START_STOP_FAILED));
  private static final UnloadOutcome UNKNOWN =
      new UnloadOutcome.Indeterminate(WIDGET, Doubt.KILLED, Values.report(Category.UNKNOWN));

  static Stream<Arguments> assertions() {
    return Stream.of(
        row(
            a -> a.isAbsent(),
            UNLOADED,
            IN_USE,
            "to be absent",
            "in use because of DEPENDENTS, by com"),
        row(a -> a.isAbsent(), NOT_LOADED, UNKNOWN, "to be absent", "because of KILLED"),
        row(a -> a.isUnloaded(), UNLOADED, NOT_LOADED, "to be unloaded", "not loaded in the first"),
        row(
            a -> a.isUnloadedAnd(NextStart.IN_COLLECTION),
            UNLOADED,
            REFUSED,
            "at the next start IN_COLLECTION",
            "still loaded: refused because of START_STOP_FAILED"),
        row(a -> a.wasNotLoaded(), NOT_LOADED, UNLOADED, "not to have been", "start IN_COLLECTION"),
        row(a -> a.isInUse(), IN_USE, UNLOADED, "to be in use", "unloaded, and at the next"),
        row(a -> a.isUsedBy("com.example.Plug"), IN_USE, REFUSED, "to be used by", "still loaded"),
        row(
            a -> a.isInUseBecauseOf(Hold.DEPENDENTS),
            IN_USE,
            UNKNOWN,
            "to be in use because of DEPENDENTS",
            "because of KILLED"),
        row(
            a -> a.isHeldByInstancesOf("com_example_Widget"),
            IN_USE,
            UNLOADED,
            "held by instances of com_example_Widget",
            "unloaded"),
        row(
            a -> a.isRefusedBecause(Reason.START_STOP_FAILED),
            REFUSED,
            IN_USE,
            "refused because of START_STOP_FAILED",
            "held by 2 of com_example_Widget"),
        row(
            a -> a.isIndeterminateBecause(Doubt.KILLED),
            UNKNOWN,
            UNLOADED,
            "indeterminate because of KILLED",
            "unloaded"));
  }

  private static Arguments row(
      UnaryOperator<UnloadOutcomeAssert> check,
      UnloadOutcome passing,
      UnloadOutcome failing,
      String expected,
      String found) {
    return Arguments.of(check, passing, failing, expected, found);
  }

  @ParameterizedTest
  @MethodSource("assertions")
  void passes_or_says_what_was_expected_what_was_found_and_why(
      UnaryOperator<UnloadOutcomeAssert> check,
      UnloadOutcome passing,
      UnloadOutcome failing,
      String expected,
      String found) {
    var unused = check.apply(assertThat(passing));

    assertThatThrownBy(() -> check.apply(assertThat(failing)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Expected com.example.Widget ", expected, ", but it is ", found)
        .hasMessageContaining("by:\n  stderr 3: what the tool said");
  }

  @Test
  void tells_one_dependent_from_another() {
    assertThatThrownBy(() -> assertThat(IN_USE).isUsedBy("com.example.Other"))
        .hasMessageContaining(
            "to be used by com.example.Other, but it is in use because of DEPENDENTS, by com");
  }

  @Test
  void tells_one_hold_from_another() {
    assertThatThrownBy(() -> assertThat(IN_USE).isInUseBecauseOf(Hold.THIS_BOOT))
        .hasMessageContaining("because of THIS_BOOT, but it is in use because of DEPENDENTS, by ");
  }

  @Test
  void goes_on_with_the_verdict() {
    assertThat(IN_USE).isInUse().verdict().hasCategory(Category.IN_USE);
  }
}
