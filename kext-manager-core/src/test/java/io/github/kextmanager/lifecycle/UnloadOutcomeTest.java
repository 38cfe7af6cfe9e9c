package io.github.kextmanager.lifecycle;

import static io.github.kextmanager.lifecycle.Kexts.WIDGET;
import static io.github.kextmanager.lifecycle.Kexts.widget;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnloadOutcomeTest {
  private static final ChangeReport REPORT =
      new ChangeReport(
          Verdict.of(Category.UNKNOWN, List.of()),
          new SnapshotDifference(List.of(), List.of(), List.of()),
          List.of());

  static List<Arguments> outcomes() {
    var kext = widget("1.0", OptionalInt.of(0));
    return List.of(
        Arguments.of(
            new UnloadOutcome.Unloaded(kext, NextStart.IN_COLLECTION, REPORT),
            true,
            LifecycleState.NOT_LOADED),
        Arguments.of(
            new UnloadOutcome.NotLoaded(WIDGET, Optional.empty(), REPORT),
            true,
            LifecycleState.NOT_LOADED),
        Arguments.of(
            new UnloadOutcome.InUse(
                kext, List.of(), List.of(), UnloadOutcome.Hold.NOT_SAID, REPORT),
            false,
            LifecycleState.IN_USE),
        Arguments.of(
            new UnloadOutcome.Refused(kext, Reason.NOT_PRIVILEGED, REPORT),
            false,
            LifecycleState.LOADED),
        Arguments.of(
            new UnloadOutcome.Refused(
                widget("1.0", OptionalInt.of(2)), Reason.NOT_PRIVILEGED, REPORT),
            false,
            LifecycleState.IN_USE),
        Arguments.of(
            new UnloadOutcome.Indeterminate(WIDGET, Doubt.NOT_OBSERVED, REPORT),
            false,
            LifecycleState.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void says_whether_the_kext_is_absent_and_in_which_state_it_is(
      UnloadOutcome outcome, boolean absent, LifecycleState state) {
    assertThat(outcome.isAbsent()).isEqualTo(absent);
    assertThat(outcome.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void names_the_kext_and_keeps_the_report(UnloadOutcome outcome) {
    assertThat(outcome.identifier()).isEqualTo(WIDGET);
    assertThat(outcome.report()).isSameAs(REPORT);
  }

  @Test
  void in_use_does_not_change_with_the_list_of_holders_it_was_made_of() {
    List<ClassInstances> holders = new ArrayList<>();
    var outcome =
        new UnloadOutcome.InUse(
            widget("1.0", OptionalInt.of(0)),
            List.of(),
            holders,
            UnloadOutcome.Hold.INSTANCES,
            REPORT);

    holders.add(new ClassInstances("Widget", 2));

    assertThat(outcome.holders()).isEmpty();
  }
}
