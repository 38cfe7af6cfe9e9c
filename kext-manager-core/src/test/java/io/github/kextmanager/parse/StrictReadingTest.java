package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReadingTest {
  private static final String HEADER =
      "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\n";
  private static final String ROW =
      "    1  119 0xffffff7f80c00000 0x9e50     0x9e50     com.apple.kpi.bsd (18.6.0) "
          + "353F5343-28D5-43A6-B286-5CFDEC4060CE <7 5>\n";

  @Test
  void reads_a_table() {
    KextTable table = KextTableReader.strict().read(HEADER + ROW + ROW);

    assertThat(table.rows()).extracting(KextTableRow::line).containsExactly(2, 3);
    assertThat(table.lines()).isEqualTo(3);
    assertThat(table.ignoredLines()).isEqualTo(1);
    assertThat(table.unrecognised()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        HEADER,
        "Executing: /usr/bin/kmutil showloaded\n",
        "No variant specified, falling back to release\n" + HEADER,
      })
  void reads_an_empty_table(String text) {
    KextTable table = KextTableReader.strict().read(text);

    assertThat(table.rows()).isEmpty();
    assertThat(table.ignoredLines()).isEqualTo(table.lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kextstat                              | its index is neither",
        "Executing: /usr/bin/kmutil showloaded  1 2 0x3 0x4 0x5 a (1) | its index is neither",
        "No variant specified, falling back to 1 2 0x3 0x4 0x5 a (1)  | its index is neither",
        "> 1 2 0x3 0x4 0x5 com.example (1)     | its index is neither",
        "1 2                                   | it ends before its address",
        "99999999999 2 0x3 0x4 0x5 a (1)       | its index is neither",
        "1 99999999999 0x3 0x4 0x5 a (1)       | its reference count is neither",
        "1 2 0x1ffffffffffffffff 0x4 0x5 a (1) | its address is neither",
        "1 2 0x3 four 0x5 a (1)                | its size is neither",
        "1 2 0x3 0x4 5 a (1)                   | its wired size is neither",
        "1 2 0x3 0x4 0x5                       | it ends before its identifier",
        "1 2 0x3 0x4 0x5 com.example           | it has no version in brackets",
        "1 2 0x3 0x4 0x5 com.example (1        | it has no version in brackets",
        "1 2 0x3 0x4 0x5 com.example (1) <8 6  | its list of linked kexts has no end",
        "1 2 0x3 0x4 0x5 com.example (1) 353F5 | its version is not followed by",
        "1 2 0x3 0x4 0x5 com.example (1) loose | its version is not followed by",
      })
  void names_line_text_and_rule_of_what_is_no_row(String line, String rule) {
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> KextTableReader.strict().read(HEADER + line + "\n" + ROW))
        .withMessageStartingWith("Line 2 of the table: " + rule)
        .withMessageEndingWith("\"" + line + "\"")
        .satisfies(e -> assertThat(e.line()).isEqualTo(2))
        .satisfies(e -> assertThat(e.text()).isEqualTo(line))
        .satisfies(e -> assertThat(e.rule()).startsWith(rule));
  }

  @Test
  void refuses_a_table_that_was_cut_anywhere_but_behind_a_line() {
    String text = HEADER + ROW + ROW;
    for (int end = 1; end < text.length(); end++) {
      String cut = text.substring(0, end);
      if (!cut.endsWith("\n")) {
        assertThatExceptionOfType(UnreadableTableException.class)
            .isThrownBy(() -> KextTableReader.strict().read(cut));
      }
    }
  }

  @Test
  void shortens_and_escapes_the_text_in_the_message() {
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> KextTableReader.strict().read("\u001b[31m\"ü\"" + "x".repeat(500) + "\n"))
        .withMessageContaining("\"\\u001b[31m\\\"\\u00fc\\\"xxx")
        .withMessageEndingWith("xxx...\"")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void does_not_take_a_wrapped_row_for_a_shorter_one() {
    String wrapped = ROW.substring(0, 78) + "\n" + ROW.substring(78);

    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> KextTableReader.strict().read(HEADER + wrapped));
  }

  @Test
  void takes_a_carriage_return_inside_a_row_for_a_part_of_the_identifier() {
    String text = ROW.replace("kpi", "k\rpi");

    assertThat(KextTableReader.strict().read(text).rows())
        .extracting(KextTableRow::identifier)
        .containsExactly("com.apple.k\rpi.bsd");
  }

  @Test
  void says_after_which_line_the_input_failed() {
    Reader failing =
        new Reader() {
          private boolean read;

          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            if (read) {
              throw new IOException("disk on fire");
            }
            read = true;
            HEADER.getChars(0, HEADER.length(), buffer, offset);
            return HEADER.length();
          }

          @Override
          public void close() {}
        };

    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> KextTableReader.strict().read(failing))
        .withMessage("The table could not be read beyond line 1: java.io.IOException: disk on fire")
        .withCauseInstanceOf(IOException.class);
  }
}
