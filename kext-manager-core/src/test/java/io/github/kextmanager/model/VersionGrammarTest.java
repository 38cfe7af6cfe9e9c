package io.github.kextmanager.model;

import static io.github.kextmanager.model.VersionGrammar.CLASSIC;
import static io.github.kextmanager.model.VersionGrammar.MODERN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGrammarTest {
  @ParameterizedTest
  @CsvSource({
    "10.6, CLASSIC",
    "10.13.6, CLASSIC",
    "10.14, MODERN",
    "10.15.7, MODERN",
    "10.16, MODERN",
    "11, MODERN",
    "26.1, MODERN"
  })
  void every_release_has_its_grammar(String release, VersionGrammar grammar) {
    assertThat(VersionGrammar.of(MacOsVersion.parse(release))).isEqualTo(grammar);
  }

  @Test
  void numbers_of_three_digits_came_with_10_14() {
    assertThat(CLASSIC.fromTool("1.100")).isEmpty();
    assertThat(MODERN.fromTool("1.100")).contains(KextVersion.of(1, 100, 0));
  }

  @Test
  void keeps_the_text_with_what_stands_behind_the_version() {
    assertThat(MODERN.parse("1.0 (build 7)").text()).isEqualTo("1.0 (build 7)");
  }

  @Test
  void a_nul_ends_a_version() {
    assertThat(MODERN.fromTool("1.0\0.x")).contains(KextVersion.of(1, 0, 0));
  }

  @Test
  void a_property_list_may_hold_19_characters_and_not_20() {
    assertThat(MODERN.fromPropertyList("1.0 567890123456789")).isPresent();
    assertThat(MODERN.fromPropertyList("1.0 5678901234567890")).isEmpty();
  }

  @Test
  void a_property_list_may_not_hold_a_remark_outside_ascii() {
    assertThat(MODERN.fromTool("1.0 é")).isPresent();
    assertThat(MODERN.fromPropertyList("1.0 é")).isEmpty();
  }

  @Test
  void a_very_long_text_is_read_no_further_than_needed() {
    assertThat(MODERN.fromTool("1".repeat(1 << 20))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``          | it is empty, and a version begins with a digit",
        "v1          | character 1 is 'v', and a version begins with a digit",
        "` 1`        | character 1 is a blank, and a version begins with a digit",
        "1.2.3.4     | character 6 is '.', and a version has at most three numbers",
        "1.2.3.      | character 6 is '.', and a version has at most three numbers",
        "20240101    | character 5 is '0', and a major number has at most 4 digits, a minor number or a revision at most 2",
        "1.100       | character 5 is '0', and a major number has at most 4 digits, a minor number or a revision at most 2",
        "1.0D1       | character 4 is 'D', and after a number comes a dot, a stage (d, a, b, f or fc) or white space",
        "1é          | character 2 is U+00E9, and after a number comes a dot, a stage (d, a, b, f or fc) or white space",
        "1.0b        | it ends after character 4, and a stage is followed by its level, a number",
        "1.0bx       | character 5 is 'x', and a stage is followed by its level, a number",
        "1.0b0255    | character 8 is '5', and a level has at most 3 digits, and nothing but white space follows it",
        "1.0b256     | character 5 is '2', and a level is at most 255",
        "1.0fc0      | character 6 is '0', and the level of a final candidate is at least 1"
      })
  void a_complaint_names_the_place_and_the_rule(String text, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CLASSIC.parse(text))
        .withMessageContaining("is not a kext version of macOS 10.6 to 10.13: " + complaint + ".");
  }

  @Test
  void a_complaint_names_the_text() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODERN.parse("1.0\u202e\n"))
        .withMessage(
            "\"1.0\\u202e\\u000a\" is not a kext version of macOS 10.14 and later: "
                + "character 4 is U+202E, and after a number comes a dot, a stage (d, a, b, f or fc) or white space.");
  }

  @Test
  void a_complaint_about_a_property_list_names_its_own_rules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODERN.parseFromPropertyList("1.0 some long remark here"))
        .withMessage(
            "\"1.0 some long remark here\" is not a kext version of macOS 10.14 and later: "
                + "it has 25 characters, and a version in a property list has at most 19.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODERN.parseFromPropertyList("1.0 é"))
        .withMessageContaining(
            "character 5 is U+00E9, and a version in a property list is ASCII to its end.");
  }

  @Test
  void refuses_to_pack_what_does_not_fit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CLASSIC.pack(KextVersion.of(1, 100, 0)))
        .withMessage(
            "Minor number and revision of a version of 10.6 to 10.13 have at most 2 digits: 1.100.");
  }

  @Test
  void a_reported_version_is_read_as_a_tool_reads_it() {
    assertThat(new ReportedVersion("1.0 some long remark here").in(MODERN))
        .contains(KextVersion.of(1, 0, 0));
    assertThat(new ReportedVersion("").in(MODERN)).isEmpty();
  }
}
