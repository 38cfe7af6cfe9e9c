package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleIdentifierTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.example.driver.Widget",
        "a",
        "com.example.my_driver-2",
        "as.vit9696.Lilu",
        ".",
        "__kernel__"
      })
  void accepts_a_well_formed_identifier(String text) {
    assertThat(BundleIdentifier.of(text).value()).isEqualTo(text);
    assertThat(BundleIdentifier.reported(text).isWellFormed()).isTrue();
  }

  @Test
  void accepts_63_characters_and_not_64() {
    assertThat(BundleIdentifier.of("x".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> BundleIdentifier.of("x".repeat(64)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "com.example.My Kext | character 15 of \"com.example.My Kext\" is a blank.",
        "com.example/kext    | character 12 of \"com.example/kext\" is '/'.",
        "com.example.Kärtchen | character 14 of \"com.example.K\\u00e4rtchen\" is U+00E4.",
        "com.example;reboot  | character 12 of \"com.example;reboot\" is ';'.",
        "*                   | character 1 of \"*\" is '*'."
      })
  void names_the_character_that_may_not_be_there(String text, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleIdentifier.of(text))
        .withMessage(
            "A bundle identifier holds only ASCII letters, digits, '.', '-' and '_'; " + complaint);
  }

  @Test
  void names_a_character_that_cannot_be_seen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleIdentifier.of("com.example\0.kext\n"))
        .withMessageEndingWith("character 12 of \"com.example\\u0000.kext\\u000a\" is U+0000.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-b", "--", "-com.example.kext"})
  void refuses_what_would_be_an_option(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleIdentifier.of(text))
        .withMessage(
            "A bundle identifier must not begin with a dash, which would make it an option: \"%s\".",
            text);
  }

  @Test
  void refuses_nothing_at_all() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleIdentifier.of(""))
        .withMessage("A bundle identifier must not be empty.");
  }

  @Test
  @SuppressWarnings("NullAway") // callers without a null checker
  void refuses_null() {
    assertThatNullPointerException().isThrownBy(() -> BundleIdentifier.reported(null));
  }

  @Test
  void a_message_about_300_characters_stays_short() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleIdentifier.of("x".repeat(300)))
        .withMessage(
            "A bundle identifier has at most 63 characters; this one has 300: \"%s...\".",
            "x".repeat(80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-b", "com.example.kext\0", "nicht ä"})
  void a_reported_identifier_may_be_any_text_and_says_what_is_wrong_with_it(String text) {
    var identifier = BundleIdentifier.reported(text);

    assertThat(identifier.value()).isEqualTo(text);
    assertThat(identifier.isWellFormed()).isFalse();
    assertThat(identifier.complaint()).isPresent();
  }

  @Test
  void is_its_text_in_a_message() {
    assertThat(BundleIdentifier.of("com.example.Widget")).hasToString("com.example.Widget");
    assertThat(new ReportedVersion("1.0d1")).hasToString("1.0d1");
  }

  @Test
  void case_counts() {
    assertThat(BundleIdentifier.of("com.example.kext"))
        .isNotEqualTo(BundleIdentifier.of("com.example.Kext"))
        .isGreaterThan(BundleIdentifier.of("com.example.Kext"));
  }
}
