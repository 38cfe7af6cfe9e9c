package io.github.kextmanager.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SudoersWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a*b /a\\*b",
        "/a?b /a\\?b",
        "/a[b] /a\\[b]",
        "/a,b /a\\,b",
        "/a:b /a\\:b",
        "/a=b /a\\=b",
        "/a#b /a\\#b",
        "/a\\b /a\\\\\\\\b",
        "/a!b(c)\"d@e%f /a!b(c)\"d@e%f",
        "/L\u00f6we /L\u00f6we",
      },
      quoteCharacter = '`')
  void lets_an_argument_mean_nothing_but_itself(String argument, String word) {
    assertThat(SudoersWords.argument(argument)).isEqualTo(word);
  }

  @Test
  void refuses_an_argument_that_sudo_cannot_tell_from_two() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SudoersWords.argument("/My Widget.kext"))
        .withMessageContaining("\"/My Widget.kext\"")
        .withMessageContaining("without spaces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\nroot ALL=(ALL) ALL", "/a\tb", "/a\u007f", "/a\u0085b"})
  void refuses_an_argument_with_a_control_character(String argument) {
    assertThatIllegalArgumentException().isThrownBy(() -> SudoersWords.argument(argument));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "jane; jane",
        "%admin; %admin",
        "#501; #501",
        "%#80; %#80",
        "jos\u00e9.m_x-2; jos\u00e9.m_x-2",
        "CORP\\jane; CORP\\\\jane",
        "%CORP\\domain users; %CORP\\\\domain\\ users",
        "jane@example.com; jane\\@example.com",
        "JANE; \"JANE\"",
        "%STAFF; \"%STAFF\"",
      },
      quoteCharacter = '`')
  void knows_users_and_groups(String user, String word) {
    assertThat(SudoersWords.user(user)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "%",
        "#",
        "ALL",
        "%ALL",
        "a,b",
        "a ALL=(ALL)",
        "a\nb",
        "+netgroup",
        "%:group",
        "!jane",
        "#-1",
        "#4294967295",
        "#99999999999",
        "\"jane\"",
        "-u",
        "a*",
        "jane ",
        "jane\\",
        "a:b",
        "a#1"
      })
  void refuses_what_would_mean_more_than_one_user(String user) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SudoersWords.user(user))
        .withMessageContaining("\"" + user + "\"");
  }
}
