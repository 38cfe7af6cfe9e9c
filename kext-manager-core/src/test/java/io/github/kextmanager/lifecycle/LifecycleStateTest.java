package io.github.kextmanager.lifecycle;

import static io.github.kextmanager.lifecycle.Kexts.WIDGET;
import static io.github.kextmanager.lifecycle.Kexts.look;
import static io.github.kextmanager.lifecycle.Kexts.userOf;
import static io.github.kextmanager.lifecycle.Kexts.widget;
import static io.github.kextmanager.lifecycle.LifecycleState.IN_USE;
import static io.github.kextmanager.lifecycle.LifecycleState.LOADED;
import static io.github.kextmanager.lifecycle.LifecycleState.NOT_LOADED;
import static io.github.kextmanager.lifecycle.LifecycleState.OTHER_VERSION_LOADED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleStateTest {
  private static final OptionalInt NONE = OptionalInt.of(0);
  private static final OptionalInt UNKNOWN_NUMBER = OptionalInt.empty();

  /** A row a state: it, and whether it can become each of the states in their order. */
  @ParameterizedTest
  @CsvSource({
    "NOT_LOADED,           y y y y y y y",
    "LOADED,               y y y y - - y",
    "IN_USE,               y y y y - - y",
    "OTHER_VERSION_LOADED, y y y y y y y",
    "AWAITING_APPROVAL,    y y y y y y y",
    "AWAITING_RESTART,     y y y y - y y",
    "UNKNOWN,              y y y y y y y",
  })
  void can_become_what_one_event_leads_to(LifecycleState state, String row) {
    Iterator<String> cells = List.of(row.split(" ")).iterator();
    for (LifecycleState next : LifecycleState.values()) {
      assertThat(state.canBecome(next))
          .as("%s to %s", state, next)
          .isEqualTo("y".equals(cells.next()));
    }
  }

  @Test
  void a_kext_that_the_look_does_not_hold_is_not_loaded() {
    assertThat(LifecycleState.shownBy(look(userOf()), WIDGET)).isEqualTo(NOT_LOADED);
  }

  @Test
  void a_kext_without_references_is_loaded() {
    assertThat(LifecycleState.shownBy(look(widget("1.0", NONE), userOf()), WIDGET))
        .isEqualTo(LOADED);
  }

  @Test
  void a_kext_with_references_is_in_use() {
    assertThat(LifecycleState.shownBy(look(widget("1.0", OptionalInt.of(2))), WIDGET))
        .isEqualTo(IN_USE);
  }

  @Test
  void a_kext_with_dependents_is_in_use_though_its_references_are_unknown() {
    assertThat(LifecycleState.shownBy(look(widget("1.0", UNKNOWN_NUMBER), userOf(7)), WIDGET))
        .isEqualTo(IN_USE);
  }

  @Test
  void a_kext_of_unknown_references_that_nobody_links_against_is_loaded() {
    assertThat(LifecycleState.shownBy(look(widget("1.0", UNKNOWN_NUMBER), userOf(6)), WIDGET))
        .isEqualTo(LOADED);
  }

  @ParameterizedTest(name = "{0} loaded, {1} on disk, {2}: {3}")
  @CsvSource({
    "1.0,     1.0,     CLASSIC, LOADED",
    "1,       1.0.0,   CLASSIC, LOADED",
    "1.0fc1,  1.0f1,   MODERN,  LOADED",
    "1.0,     1.1,     CLASSIC, OTHER_VERSION_LOADED",
    "1.1000,  1.1000,  CLASSIC, LOADED",
    "1.1000,  1.1001,  CLASSIC, OTHER_VERSION_LOADED",
    "1.1000,  1.1000.0, CLASSIC, OTHER_VERSION_LOADED",
    "1.1000,  1.1000.0, MODERN,  LOADED",
    "'',      '',      MODERN,  LOADED",
    "1.0,     '',      MODERN,  OTHER_VERSION_LOADED",
  })
  void versions_are_compared_as_numbers_and_what_is_none_as_text(
      String loaded, String onDisk, VersionGrammar grammar, LifecycleState expected) {
    KextSnapshot look = look(widget(loaded, NONE));

    assertThat(LifecycleState.shownBy(look, WIDGET, new ReportedVersion(onDisk), grammar))
        .isEqualTo(expected);
  }

  @Test
  void another_version_that_is_in_use_is_another_version() {
    KextSnapshot look = look(widget("1.0", OptionalInt.of(1)));

    assertThat(
            LifecycleState.shownBy(look, WIDGET, new ReportedVersion("2.0"), VersionGrammar.MODERN))
        .isEqualTo(OTHER_VERSION_LOADED);
  }

  @Test
  void the_wanted_version_in_use_is_in_use() {
    KextSnapshot look = look(widget("1.0", OptionalInt.of(1)));

    assertThat(
            LifecycleState.shownBy(look, WIDGET, new ReportedVersion("1.0"), VersionGrammar.MODERN))
        .isEqualTo(IN_USE);
  }

  @Test
  void what_is_not_loaded_is_not_loaded_whatever_lies_on_disk() {
    assertThat(
            LifecycleState.shownBy(
                look(), WIDGET, new ReportedVersion("1.0"), VersionGrammar.MODERN))
        .isEqualTo(NOT_LOADED);
  }
}
