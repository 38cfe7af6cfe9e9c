package io.github.kextmanager.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is attached to the failure of a test, and what is said of annotations that are wrong. */
class FailureTest {
  @Test
  void a_failure_carries_what_was_asked_and_answered() {
    assertThat(failure(FailingExamples.DuringIt.class, "fails").getSuppressed())
        .singleElement()
        .asString()
        .contains("A simulated Mac with macOS 10.15.7 (x86_64)")
        .contains("/sbin/kextload")
        .contains("err| com.example.Widget failed to load", "exit 27")
        .contains("The kernel holds 13 kexts:")
        .contains("com.apple.kpi.libkern");
  }

  @Test
  void a_failure_without_a_mac_carries_nothing() {
    assertThat(
            failure(FailingExamples.DuringIt.class, "fails_before_the_mac_is_made").getSuppressed())
        .isEmpty();
  }

  @Test
  void a_test_that_is_aborted_carries_nothing() {
    assertThat(failure(FailingExamples.DuringIt.class, "aborts").getSuppressed()).isEmpty();
  }

  @Test
  void a_failure_before_or_after_the_test_carries_it_too() {
    assertThat(failure(FailingExamples.BeforeIt.class, "passes").getSuppressed())
        .singleElement()
        .asString()
        .contains("No command was run.");
    assertThat(failure(FailingExamples.AfterIt.class, "passes").getSuppressed()).hasSize(1);
  }

  @Test
  void a_mac_is_not_for_all_tests_together() {
    assertThat(Runs.failureOfContainer(FailingExamples.BeforeAllOfThem.class))
        .hasMessageContaining("A simulated Mac belongs to one test, so \"take\" cannot have it");
  }

  @Test
  void a_missing_release_is_said() {
    assertThat(message("names_no_release"))
        .contains("No @OnMac on the test, or on a class around it, names a release.");
  }

  @Test
  void a_release_that_is_not_simulated_is_said() {
    assertThat(message("names_a_release_that_is_not_simulated"))
        .contains("knows macOS 10.6 to 10.15, 11 to 15, 26 and 27, not 10.5");
  }

  @Test
  void a_library_that_cannot_be_read_is_said() {
    assertThat(message("names_a_library_without_a_version"))
        .contains("\"com.example.lib\" in @InstalledKext(\"com.example.Widget\")");
  }

  @Test
  void a_fault_that_cannot_be_read_is_said() {
    assertThat(message("names_no_fault")).contains("explodes");
  }

  @Test
  void more_than_one_processor_is_said() {
    assertThat(message("names_two_processors"))
        .contains("A Mac has one chip, @OnMac names [INTEL, APPLE_SILICON].");
  }

  private static String message(String test) {
    return Objects.requireNonNull(
        failure(FailingExamples.WronglyAnnotated.class, test).getMessage());
  }

  private static Throwable failure(Class<?> tests, String name) {
    Map<String, Optional<Throwable>> outcomes = Runs.of(tests);
    return outcomes.entrySet().stream()
        .filter(each -> each.getKey().replace(' ', '_').startsWith(name + "("))
        .findFirst()
        .orElseThrow(() -> new AssertionError(outcomes.toString()))
        .getValue()
        .orElseThrow();
  }
}
