package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
  private static final String MESSAGE = "Bad code signature";

  private static boolean isQuoted(String text) {
    int start = text.indexOf(MESSAGE);
    return Quotation.holds(text, start, start + MESSAGE.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It used to say \"Bad code signature\" before.",
        "The old one said \u201cBad code signature.\u201d Now it does not.",
        "That `Bad code signature` is okay here",
      })
  void a_message_that_a_sentence_speaks_of_is_quoted(String text) {
    assertThat(isQuoted(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bad code signature",
        "\"Bad code signature\"",
        "x\nBad code signature\nIt used to say \"this\".",
        "Error Domain=KMErrorDomain Code=29 \"Bad code signature\" UserInfo={}",
        "Authenticating extension failed: Bad code signature",
      })
  void a_message_that_was_printed_is_not(String text) {
    assertThat(isQuoted(text)).isFalse();
  }
}
