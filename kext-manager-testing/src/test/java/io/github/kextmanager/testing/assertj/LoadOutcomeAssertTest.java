package io.github.kextmanager.testing.assertj;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static io.github.kextmanager.testing.assertj.Values.WIDGET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoadOutcomeAssertTest {
  private static final LoadedKext KEXT = Values.kext(14, WIDGET.value(), "1.2");
  private static final LoadOutcome LOADED =
      new LoadOutcome.Loaded(KEXT, Values.report(Category.OK_LOADED));
  private static final LoadOutcome ALREADY =
      new LoadOutcome.AlreadyLoaded(KEXT, Values.report(Category.OK_LOADED));
  private static final LoadOutcome ACCEPTED =
      new LoadOutcome.Accepted(WIDGET, Values.report(Category.OK_LOADED));
  private static final LoadOutcome APPROVAL =
      new LoadOutcome.Deferred(WIDGET, Deferral.APPROVAL, Values.report(Category.NOT_APPROVED));
  private static final LoadOutcome RESTART =
      new LoadOutcome.Deferred(WIDGET, Deferral.RESTART, Values.report(Category.REBOOT_REQUIRED));
  private static final LoadOutcome OTHER =
      new LoadOutcome.OtherVersionLoaded(
          KEXT, Optional.empty(), Values.report(Category.ALREADY_LOADED_DIFFERENT_VERSION));
  private static final LoadOutcome REFUSED =
      new LoadOutcome.Refused(
          WIDGET, Reason.NOT_FOUND, Optional.empty(), Values.report(Category.NOT_FOUND));
  private static final LoadOutcome UNKNOWN =
      new LoadOutcome.Indeterminate(WIDGET, Doubt.TIMED_OUT, Values.report(Category.TIMEOUT));

  static Stream<Arguments> assertions() {
    return Stream.of(
        row(a -> a.isLoaded(), LOADED, APPROVAL, "to be loaded", "deferred until APPROVAL"),
        row(a -> a.isLoaded(), ALREADY, UNKNOWN, "to be loaded", "indeterminate because of TIMED"),
        row(a -> a.isNewlyLoaded(), LOADED, ALREADY, "to be newly loaded", "loaded already"),
        row(a -> a.wasAlreadyLoaded(), ALREADY, LOADED, "been loaded already", "newly loaded"),
        row(a -> a.isAccepted(), ACCEPTED, REFUSED, "to be accepted", "refused because of NOT_F"),
        row(a -> a.awaitsApproval(), APPROVAL, RESTART, "await an approval", "until RESTART"),
        row(a -> a.awaitsRestart(), RESTART, APPROVAL, "await a restart", "until APPROVAL"),
        row(a -> a.isKeptOutByVersion("1.2"), OTHER, LOADED, "by version 1.2", "newly loaded"),
        row(a -> a.isKeptOutByVersion("1.3"), none(), OTHER, "version 1.3", "by version 1.2"),
        row(a -> a.isRefusedBecause(Reason.NOT_FOUND), REFUSED, ACCEPTED, "NOT_FOUND", "accepted"),
        row(a -> a.isRefusedBecause(Reason.IN_USE), none(), REFUSED, "IN_USE", "NOT_FOUND"),
        row(
            a -> a.isIndeterminateBecause(Doubt.TIMED_OUT),
            UNKNOWN,
            OTHER,
            "indeterminate because of TIMED_OUT",
            "kept out by version 1.2"));
  }

  private static Optional<LoadOutcome> none() {
    return Optional.empty();
  }

  private static Arguments row(
      UnaryOperator<LoadOutcomeAssert> check,
      LoadOutcome passing,
      LoadOutcome failing,
      String expected,
      String found) {
    return row(check, Optional.of(passing), failing, expected, found);
  }

  private static Arguments row(
      UnaryOperator<LoadOutcomeAssert> check,
      Optional<LoadOutcome> passing,
      LoadOutcome failing,
      String expected,
      String found) {
    return Arguments.of(check, passing, failing, expected, found);
  }

  @ParameterizedTest
  @MethodSource("assertions")
  void passes_or_says_what_was_expected_what_was_found_and_why(
      UnaryOperator<LoadOutcomeAssert> check,
      Optional<LoadOutcome> passing,
      LoadOutcome failing,
      String expected,
      String found) {
    passing.ifPresent(
        outcome -> {
          var unused = check.apply(assertThat(outcome));
        });

    assertThatThrownBy(() -> check.apply(assertThat(failing)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Expected com.example.Widget ", expected, ", but it is ", found)
        .hasMessageContaining("by:\n  stderr 3: what the tool said")
        .hasMessageContaining("\n  /sbin/kextload -b com.example.Widget (status 27)");
  }

  @Test
  void goes_on_with_the_verdict() {
    assertThat(APPROVAL).awaitsApproval().verdict().hasCategory(Category.NOT_APPROVED);
  }

  @Test
  void keeps_a_description_in_front_of_the_message() {
    assertThatThrownBy(() -> assertThat(APPROVAL).as("the first load").isLoaded())
        .hasMessageStartingWith("[the first load] Expected com.example.Widget to be loaded");
  }
}
