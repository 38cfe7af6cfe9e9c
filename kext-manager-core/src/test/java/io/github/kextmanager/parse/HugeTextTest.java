package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are too long to be held twice, or to be looked at twice. */
@Timeout(120)
class HugeTextTest {
  private static final String ROW =
      "  124    2 0xffffff7f831c2000 0x29000    0x29000    com.example.Widget (10.20.0) "
          + "56226F4F-1BF5-3173-901E-F4DCF85059B5 <36 5 4 3 1>\n";

  @Test
  void reads_a_hundred_thousand_rows() {
    Reader text = new RepeatingReader(ROW, 100_000);

    KextTable table = KextTableReader.strict().read(text);

    assertThat(table.rows()).hasSize(100_000);
    assertThat(table.rows().get(99_999).line()).isEqualTo(100_000);
  }

  @Test
  void reports_a_line_of_a_hundred_million_characters() {
    KextTable table = KextTableReader.lenient().read(new RepeatingReader("x", 100_000_000));

    assertThat(table.rows()).isEmpty();
    assertThat(table.unrecognised()).containsExactly(new UnrecognisedLine(1, "x".repeat(1000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "<", "(", "1 ", "1 1 0 0 0 ", "&lt;", "\u001b[", ") <1 "})
  void reports_a_line_that_is_a_million_times_the_same(String piece) {

    KextTable table = KextTableReader.lenient().read(new RepeatingReader(piece, 1_000_000));

    assertThat(table.rows()).isEmpty();
    assertThat(table.unrecognised())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).hasSizeBetween(999, 1000))
        .satisfies(line -> assertThat(line.line()).isEqualTo(1));
  }

  @Test
  void refuses_such_a_line_in_a_table() {
    assertThatExceptionOfType(UnreadableTableException.class)
        .isThrownBy(() -> KextTableReader.strict().read(new RepeatingReader("x", 100_000_000)))
        .withMessageStartingWith("Line 1 of the table: it has more than 65536 characters: \"xxx")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void reads_the_rows_around_an_overlong_line() {
    KextTable table = KextTableReader.lenient().read(ROW + "x".repeat(70_000) + "\n" + ROW);

    assertThat(table.rows()).extracting(KextTableRow::line).containsExactly(1, 3);
    assertThat(table.ignoredLines()).isEqualTo(1);
  }

  @Test
  void reads_a_row_as_long_as_a_line_may_be() {
    String identifier = "x".repeat(KextTableReader.MAXIMUM_LINE_LENGTH - ROW.length() + 19);
    String row = ROW.replace("com.example.Widget", identifier);

    assertThat(row).hasSize(KextTableReader.MAXIMUM_LINE_LENGTH + 1);
    assertThat(KextTableReader.strict().read(row).rows())
        .extracting(KextTableRow::identifier)
        .containsExactly(identifier);
    assertThat(KextTableReader.lenient().read(row.replace("x ", "xx ")).rows()).isEmpty();
  }

  @Test
  void keeps_the_first_unrecognised_lines_and_counts_all() {
    KextTable table = KextTableReader.lenient().read(new RepeatingReader("prose\n", 50_000));

    assertThat(table.lines()).isEqualTo(50_000);
    assertThat(table.ignoredLines()).isEqualTo(50_000);
    assertThat(table.unrecognisedLines()).isEqualTo(50_000);
    assertThat(table.unrecognised()).hasSize(KextTable.MAXIMUM_UNRECOGNISED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 1\n",
        "1 80 0xff 0x3900 0x3900 com.example\n1\n2\n3\n",
        "1 80 0xff 0x3900 0x3900 com.example (1) <9 8\n7\n6\n",
        "Index Refs\n",
        "> > > > >\n",
      })
  void comes_to_an_end_with_lines_that_promise_a_row(String lines) {
    KextTable table = KextTableReader.lenient().read(new RepeatingReader(lines, 50_000));

    assertThat(table.lines()).isEqualTo(50_000 * (int) lines.lines().count());
  }

  /** The same text again and again, made while it is read. */
  private static final class RepeatingReader extends Reader {
    private final String text;
    private long left;
    private int at;

    RepeatingReader(String text, int times) {
      this.text = text;
      this.left = (long) text.length() * times;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = text.charAt(at);
        at = at + 1 == text.length() ? 0 : at + 1;
      }
      left -= count;
      return count;
    }

    @Override
    public void close() {}
  }
}
