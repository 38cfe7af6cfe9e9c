package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TextRedactorTest {
  private static final Redaction REDACTION = Redaction.recognisable().withUser("aliceliddell");

  private final TextRedactor redactor = new TextRedactor(REDACTION);

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
  }

  @Test
  void finds_in_a_later_text_what_an_earlier_one_has_taught() {
    redactor.redact("Serial Number (system): C02XL0ABJGH5");

    assertThat(redactor.redact("written by C02XL0ABJGH5")).doesNotContain("C02XL0ABJGH5");
  }

  @Test
  void leaves_out_the_key_of_a_reporter() {
    assertThat(redactor.redact("{\"crashReporterKey\":\"0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0\"}"))
        .doesNotContain("4B5A");
  }

  @Test
  void finds_a_name_behind_hexadecimal_digits() {
    String row = "kext|" + hex("/Users/aliceliddell/Widget.kext") + "|" + hex("1");

    assertThat(redactor.redact(row))
        .isEqualTo("kext|" + hex("/Users/<user>/Widget.kext") + "|" + hex("1"));
  }

  @Test
  void leaves_other_digits_as_they_are() {
    String text = "0xFFFFFF80 DEADBEEF 01234567-89AB-CDEF-0123-456789ABCDEF " + hex("com.example");

    assertThat(redactor.redact(text)).isEqualTo(text);
  }
}
