package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTextTest {
  private static final String MESSAGE = "not approved to load";

  private static boolean holds(String text) {
    int start = text.indexOf(MESSAGE);
    return ProgramText.holds(text, start, start + MESSAGE.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n  log(\"not approved to load\");",
        "NSLog(@\"Kext %@ not approved to load\", name);",
        "fprintf(stderr, \"it is not approved to load\\n\");",
        "if echo \"$out\" | grep -q \"not approved to load\"; then",
        "grep 'not approved to load' /var/log/install.log",
        "echo \"not approved to load\"",
        "if \"not approved to load\" in output:",
        "  // not approved to load",
        "  \"not approved to load\",   /* 27 */",
      })
  void a_message_in_a_program_is_not_said(String text) {
    assertThat(holds(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not approved to load",
        "Error Domain=KMErrorDomain Code=27 \"Extension not approved to load\"",
        "it fails (\"not approved to load\") each time",
        "it said, \"not approved to load\", and that was all",
        "{\"eventMessage\":\"not approved to load\",\"process\":\"kmutil\"}",
        "    Message = \"not approved to load\";",
        "| 27 | \"not approved to load\" |",
        "| `kmutil load` | \"not approved to load\" |",
        "see https://example.com/x for: not approved to load",
        "'not approved to load' is what it prints",
        "[\"not approved to load\",",
      })
  void a_message_that_is_quoted_or_logged_is_said(String text) {
    assertThat(holds(text)).isFalse();
  }
}
