package io.github.kextmanager.lifecycle;

import static io.github.kextmanager.lifecycle.Kexts.WIDGET;
import static io.github.kextmanager.lifecycle.Kexts.widget;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoadOutcomeTest {
  private static final ChangeReport REPORT =
      new ChangeReport(
          Verdict.of(Category.UNKNOWN, List.of()),
          new SnapshotDifference(List.of(), List.of(), List.of()),
          List.of());

  static List<Arguments> outcomes() {
    var free = widget("1.0", OptionalInt.of(0));
    var used = widget("1.0", OptionalInt.of(1));
    var wanted = Optional.of(new ReportedVersion("2.0"));
    return List.of(
        Arguments.of(new LoadOutcome.Loaded(free, REPORT), true, LifecycleState.LOADED),
        Arguments.of(new LoadOutcome.Loaded(used, REPORT), true, LifecycleState.IN_USE),
        Arguments.of(new LoadOutcome.AlreadyLoaded(free, REPORT), true, LifecycleState.LOADED),
        Arguments.of(new LoadOutcome.AlreadyLoaded(used, REPORT), true, LifecycleState.IN_USE),
        Arguments.of(new LoadOutcome.Accepted(WIDGET, REPORT), false, LifecycleState.NOT_LOADED),
        Arguments.of(
            new LoadOutcome.OtherVersionLoaded(free, wanted, REPORT),
            false,
            LifecycleState.OTHER_VERSION_LOADED),
        Arguments.of(
            new LoadOutcome.Deferred(WIDGET, Deferral.APPROVAL, REPORT),
            false,
            LifecycleState.AWAITING_APPROVAL),
        Arguments.of(
            new LoadOutcome.Deferred(WIDGET, Deferral.RESTART, REPORT),
            false,
            LifecycleState.AWAITING_RESTART),
        Arguments.of(
            new LoadOutcome.Refused(WIDGET, Reason.BAD_SIGNATURE, Optional.empty(), REPORT),
            false,
            LifecycleState.NOT_LOADED),
        Arguments.of(
            new LoadOutcome.Indeterminate(WIDGET, Doubt.TIMED_OUT, REPORT),
            false,
            LifecycleState.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void says_whether_the_kext_is_loaded_and_in_which_state_it_is(
      LoadOutcome outcome, boolean loaded, LifecycleState state) {
    assertThat(outcome.isLoaded()).isEqualTo(loaded);
    assertThat(outcome.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void names_the_kext_and_keeps_the_report(LoadOutcome outcome) {
    assertThat(outcome.identifier()).isEqualTo(WIDGET);
    assertThat(outcome.report()).isSameAs(REPORT);
  }

  @ParameterizedTest
  @CsvSource({"NOT_APPROVED, APPROVAL", "REBOOT_REQUIRED, RESTART", "BAD_SIGNATURE,"})
  void what_was_there_already_tells_what_another_load_would_wait_for(
      Category also, @Nullable Deferral expected) {
    ChangeReport report = REPORT.with(REPORT.verdict().withAlso(List.of(also)));

    var loaded = new LoadOutcome.AlreadyLoaded(widget("1.0", OptionalInt.of(0)), report);

    assertThat(loaded.wouldWaitFor()).isEqualTo(Optional.ofNullable(expected));
    assertThat(loaded.isLoaded()).isTrue();
  }
}
