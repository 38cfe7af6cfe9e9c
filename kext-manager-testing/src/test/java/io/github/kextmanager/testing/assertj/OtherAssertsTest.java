package io.github.kextmanager.testing.assertj;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static io.github.kextmanager.testing.assertj.Values.WIDGET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Details;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Mention;
import io.github.kextmanager.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Of reloads, snapshots and verdicts: each passes, and says what there is where it does not. */
class OtherAssertsTest {
  private static final LoadedKext KEXT = Values.kext(14, WIDGET.value(), "1.2");
  private static final LoadedKext PLUG = Values.kext(15, "com.example.Plug", "3.0", 14);
  private static final KextSnapshot SNAPSHOT = new KextSnapshot(Instant.EPOCH, List.of(KEXT, PLUG));
  private static final String HELD = "\n  com.example.Widget (1.2)\n  com.example.Plug (3.0)";

  private static final ReloadOutcome RELOADED =
      new ReloadOutcome(
          new UnloadOutcome.Unloaded(
              KEXT, NextStart.STAYS_AWAY, Values.report(Category.OK_UNLOADED)),
          Optional.of(new LoadOutcome.Loaded(KEXT, Values.report(Category.OK_LOADED))),
          Optional.empty());
  private static final ReloadOutcome LEFT_ALONE =
      new ReloadOutcome(
          new UnloadOutcome.InUse(
              KEXT, List.of(PLUG), List.of(), Hold.DEPENDENTS, Values.report(Category.IN_USE)),
          Optional.empty(),
          Optional.empty());

  private static final Evidence LINE = Values.verdict(Category.NOT_APPROVED).evidence().get(0);
  private static final Verdict VERDICT =
      new Verdict(
          Category.NOT_APPROVED,
          List.of(Category.STAGING_FAILED),
          new Details(
              List.of(),
              List.of(new Mention<>(WIDGET, LINE)),
              Optional.empty(),
              List.of(new Mention<>(new TeamIdentifier("ABCDE12345"), LINE)),
              Optional.empty(),
              Optional.of(new Mention<>(27, LINE)),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              ReleaseRange.ALL),
          List.of(LINE));

  @Test
  void a_reload_is_done() {
    assertThat(RELOADED).isReloaded();
    assertThat(RELOADED).unloaded().isUnloadedAnd(NextStart.STAYS_AWAY);
    assertThat(RELOADED).loaded().isNewlyLoaded();

    assertFails(
        () -> assertThat(LEFT_ALONE).isReloaded(),
        "Expected com.example.Widget to be reloaded.",
        "Unload: IN_USE. The answer was taken for IN_USE, by:\n  stderr 3: what the tool said",
        "Load: not tried.");
    assertFails(() -> assertThat(LEFT_ALONE).loaded(), "to be loaded again", "Load: not tried.");
  }

  @Test
  void a_reload_stops_half_way() {
    assertThat(LEFT_ALONE).wasNotLoadedAgain().unloaded().isUsedBy("com.example.Plug");

    assertFails(
        () -> assertThat(RELOADED).wasNotLoadedAgain(),
        "not to be loaded again",
        "Load: LOADED. The answer was taken for OK_LOADED");
  }

  @Test
  void a_snapshot_holds_a_kext() {
    assertThat(SNAPSHOT).holds(WIDGET.value()).holds(WIDGET.value(), "1.2");

    assertFails(
        () -> assertThat(SNAPSHOT).holds("com.example.Other"),
        "Expected the kernel to hold com.example.Other, but it holds:" + HELD);
    assertFails(
        () -> assertThat(SNAPSHOT).holds(WIDGET.value(), "1.3"),
        "Expected the kernel to hold com.example.Widget (1.3), but it holds:" + HELD);
    assertFails(
        () -> assertThat(new KextSnapshot(Instant.EPOCH, List.of())).holds(WIDGET.value()),
        "but it holds:\n  (nothing)");
  }

  @Test
  void a_snapshot_does_not_hold_a_kext() {
    assertThat(SNAPSHOT).doesNotHold("com.example.Other");

    assertFails(
        () -> assertThat(SNAPSHOT).doesNotHold(WIDGET.value()),
        "Expected the kernel not to hold com.example.Widget, but it holds:" + HELD);
  }

  @Test
  void a_snapshot_shows_what_is_linked() {
    assertThat(SNAPSHOT).links("com.example.Plug", WIDGET.value());

    assertFails(
        () -> assertThat(SNAPSHOT).links(WIDGET.value(), "com.example.Plug"),
        "to hold com.example.Widget linked against com.example.Plug, but it holds:" + HELD);
  }

  @Test
  void a_verdict_has_all_that_was_read() {
    assertThat(VERDICT)
        .hasCategory(Category.NOT_APPROVED)
        .alsoHasCategory(Category.STAGING_FAILED)
        .names(WIDGET.value())
        .namesTeam("ABCDE12345")
        .hasKmErrorCode(27)
        .hasEvidence("tool said");
  }

  @Test
  void a_verdict_that_is_another_shows_its_evidence() {
    assertVerdictFails(() -> assertThat(VERDICT).hasCategory(Category.IN_USE), "category IN_USE");
    assertVerdictFails(
        () -> assertThat(VERDICT).alsoHasCategory(Category.IN_USE),
        "that is also of category IN_USE, not only [STAGING_FAILED]");
    assertVerdictFails(
        () -> assertThat(VERDICT).names("com.example.Other"),
        "that names com.example.Other, not [com.example.Widget]");
    assertVerdictFails(
        () -> assertThat(VERDICT).namesTeam("ZZZZZ12345"), "that names the team ZZZZZ12345, not [");
    assertVerdictFails(() -> assertThat(VERDICT).hasKmErrorCode(28), "with code 28, not ");
    assertVerdictFails(
        () -> assertThat(VERDICT).hasEvidence("100 % else"), "a line with \"100 % else\"");
  }

  private static void assertVerdictFails(ThrowingCallable check, String expected) {
    assertFails(
        check,
        "Expected an answer ",
        expected,
        "The answer was taken for NOT_APPROVED, by:\n  stderr 3: what the tool said");
  }

  private static void assertFails(ThrowingCallable check, String... parts) {
    assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }
}
