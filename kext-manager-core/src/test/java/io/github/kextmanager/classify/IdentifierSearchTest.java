package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierSearchTest {
  /** What is found behind a quotation mark. */
  private static List<Capture> found(Slot slot, String raw) {
    var text = new FoldedText("\"" + raw, 1);
    text.advance();
    return IdentifierSearch.in(slot, text, 1).captures();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Erweiterung com.acme.Gadget ist nicht freigegeben.",
        "機能拡張com.acme.Gadgetの認証に失敗しました",
        "L’extension « com.acme.Gadget » nécessite un redémarrage",
      })
  void finds_an_identifier_in_a_message_of_any_language(String message) {
    assertThat(found(Slot.MESSAGE, message))
        .extracting(Capture::text)
        .containsExactly("com.acme.Gadget");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Version 1.2.3 und v1.2.3",
        "unter /Library/Extensions/com.acme.Gadget.kext",
        "in com.acme.Gadget/Contents",
        "jo@mail.acme.com",
      })
  void takes_neither_versions_nor_paths_nor_addresses_for_identifiers(String message) {
    assertThat(found(Slot.MESSAGE, message)).isEmpty();
  }

  @Test
  void reads_a_message_up_to_its_end() {
    assertThat(found(Slot.MESSAGE, "nicht freigegeben.\" UserInfo=com.acme.Gadget")).isEmpty();
  }

  @Test
  void finds_the_kexts_of_a_backtrace_and_the_lines_on_which_they_stand() {
    List<Capture> kexts =
        found(
            Slot.BACKTRACE,
            """
               com.acme.Gadget(1.2)[0E3F5C66]@0x1->0x2
                  dependency: com.acme.Base(1.0)[0E3F5C67]@0x3->0x4
               com.acme.Other(2.0)[0E3F5C68]@0x5->0x6
            last started kext at 7: com.acme.Late	1.0
            """);

    assertThat(kexts)
        .containsExactly(
            new Capture(Slot.ID, "com.acme.Gadget", 1), new Capture(Slot.ID, "com.acme.Other", 3));
  }
}
