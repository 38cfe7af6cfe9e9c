package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacOsVersionTest {
  @ParameterizedTest
  @CsvSource({
    "10.6, 10.6",
    "10.13.4, 10.13.4",
    "10.15.0, 10.15",
    "10, 10.0",
    "11, 11",
    "11.0, 11",
    "11.0.1, 11.0.1",
    "14.4, 14.4",
    "15.7.3, 15.7.3",
    "26.0.0, 26"
  })
  void is_written_in_its_short_form(String text, String shortForm) {
    assertThat(MacOsVersion.parse(text)).hasToString(shortForm);
  }

  @Test
  void a_release_10_16_is_macos_11() {
    assertThat(MacOsVersion.parse("10.16")).isEqualTo(MacOsVersion.BIG_SUR);
    assertThat(new MacOsVersion(10, 16, 0)).isEqualTo(MacOsVersion.BIG_SUR);
  }

  @Test
  void numbers_count_and_not_their_digits() {
    assertThat(MacOsVersion.parse("10.9")).isLessThan(MacOsVersion.parse("10.10"));
    assertThat(MacOsVersion.parse("10.15.7")).isLessThan(MacOsVersion.parse("11"));
    assertThat(MacOsVersion.parse("14.0")).isEqualTo(MacOsVersion.parse("14"));
  }

  @Test
  void a_release_is_at_least_itself_and_what_came_before() {
    var release = MacOsVersion.parse("10.14");

    assertThat(release.isAtLeast(MacOsVersion.parse("10.14"))).isTrue();
    assertThat(release.isAtLeast(MacOsVersion.parse("10.13.6"))).isTrue();
    assertThat(release.isAtLeast(MacOsVersion.parse("10.14.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "14 ",
        "v14",
        "14.",
        ".14",
        "10..4",
        "10.13.4.1",
        "1000",
        "macOS 14",
        "١٤",
        "-1"
      })
  void anything_else_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MacOsVersion.parse(text))
        .withMessageStartingWith(
            "A macOS release is one to three numbers such as 10.13.4 or 14, not ");
  }

  @Test
  void a_refusal_shows_the_text_on_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MacOsVersion.parse("14\n"))
        .withMessageEndingWith("not \"14\\u000a\".");
  }

  @Test
  void a_part_is_not_negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MacOsVersion(14, -1, 0))
        .withMessage("The parts of a macOS release are not negative: 14.-1.0.");
  }
}
