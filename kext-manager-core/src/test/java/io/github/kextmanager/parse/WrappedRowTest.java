package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a terminal, a mail program or an editor broke into several lines. */
class WrappedRowTest {
  private static final String TABLE =
      """
      Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
          1   80 0xffffff7f80fbd000 0x3900     0x3900     com.apple.kpi.bsd (15.6.0) 2FD4F7A8-741D-5650-A6AC-D23E7B698A54
          8    5 0                  0          0          com.apple.kec.corecrypto (1.0) no UUID <7 6 5 4 3 1>
         76   12 0xffffff7f81253000 0x9000     0x9000     com.apple.iokit.IOACPIFamily (1.4) 5D7574C3-8E90-3873-BAEB-D979FC215A7D <11 10>
        117    0 0xffffff7f831b7000 0xb000     0xb000     com.apple.iokit.BroadcomBluetoothHostControllerUSBTransport (4.4.5f3) C250E9EE-3188-33FA-B869-408003B27C18 <116 105 45 12 11 7 5 4 3>
      """;

  private static final List<KextTableRow> ROWS = KextTableReader.lenient().read(TABLE).rows();

  @ParameterizedTest
  @ValueSource(ints = {20, 24, 31, 40, 47, 52, 60, 64, 72, 77, 79, 80, 81, 90, 100, 120, 132, 150})
  void joins_what_a_terminal_broke_at_its_width(int width) {
    KextTable table = read(line -> line.replaceAll("(.{" + width + "})(?=.)", "$1\n"));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 72, 80, 100, 120})
  void joins_them_when_blanks_at_the_line_ends_were_lost(int width) {
    KextTable table =
        read(
            line ->
                line.replaceAll("(.{" + width + "})(?=.)", "$1\n")
                    .lines()
                    .map(String::stripTrailing)
                    .filter(piece -> !piece.isEmpty())
                    .collect(Collectors.joining("\n")));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 100})
  void joins_what_an_editor_broke_and_indented(int width) {
    KextTable table = read(line -> line.replaceAll("(.{" + width + "})(?=.)", "$1\n          "));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 100})
  void joins_what_a_mail_program_broke_at_blanks(int width) {
    KextTable table = read(line -> line.replaceAll("(.{30," + width + "}) (?=.)", "$1\n"));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @Test
  void joins_wrapped_rows_that_were_quoted() {
    KextTable table =
        read(line -> line.replaceAll("(.{78})(?=.)", "$1\n").replaceAll("(?m)^", "> "));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @Test
  void counts_every_physical_line() {
    KextTable table = read(line -> line.replaceAll("(.{80})(?=.)", "$1\n"));

    assertThat(table.lines()).isEqualTo(11);
    assertThat(table.ignoredLines()).isEqualTo(2);
    assertThat(table.rows()).extracting(KextTableRow::line).containsExactly(3, 5, 7, 9);
  }

  @Test
  void leaves_a_fragment_alone_that_completes_nothing() {
    String row = "    1   80 0xffffff7f80fbd000 0x3900     0x3900     com.apple.kpi.bsd (15.6.0)";

    KextTable table = KextTableReader.lenient().read(row + "\nbad\nfeed\n");

    assertThat(table.rows()).hasSize(1);
    assertThat(table.unrecognised())
        .containsExactly(new UnrecognisedLine(2, "bad"), new UnrecognisedLine(3, "feed"));
  }

  @Test
  void reports_the_lines_of_a_row_that_is_never_completed() {
    KextTable table =
        KextTableReader.lenient()
            .read("    1   80 0xffffff7f80fbd000 0x3900     0x3900     com.app\nle.kpi.bs");

    assertThat(table.rows()).isEmpty();
    assertThat(table.unrecognised()).extracting(UnrecognisedLine::line).containsExactly(1, 2);
  }

  @Test
  void does_not_glue_two_tags_that_a_blank_separated() {
    String row = "  119   80 0xffffff7f80fbd000 0x3900     0x3900     com.example (1) <118 37 5";

    assertThat(KextTableReader.lenient().read(row + "\n4 3>").rows().get(0).linkedAgainst())
        .contains(
            List.of(
                OptionalInt.of(118),
                OptionalInt.of(37),
                OptionalInt.of(5),
                OptionalInt.of(4),
                OptionalInt.of(3)));
  }

  @Test
  void makes_up_no_tag_above_that_of_the_kext() {
    String row = "   24    0 0xffffff7f80d5d000 0x10000    0x10000    com.example (1) <12";

    assertThat(KextTableReader.lenient().read(row + "\n8 6>").rows().get(0).linkedAgainst())
        .contains(List.of(OptionalInt.of(12), OptionalInt.of(8), OptionalInt.of(6)));
  }

  @Test
  void makes_up_no_tag_when_another_line_shows_that_words_were_kept_whole() {
    String wrapped =
        """
          196    0 0xffffff7f80d5d000 0x10000    0x10000
        com.example.Long (1.2.3) C509F3BC-8645-439D-83FF-246EF205D74F <12
        8 6>
        """;

    assertThat(KextTableReader.lenient().read(wrapped).rows().get(0).linkedAgainst())
        .contains(List.of(OptionalInt.of(12), OptionalInt.of(8), OptionalInt.of(6)));
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 76, 80, 100, 120})
  void joins_what_was_broken_behind_a_backslash(int width) {
    KextTable table = read(line -> line.replaceAll("(.{30," + width + "}) (?=.)", "$1\\\\\n"));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  @Test
  void joins_what_was_encoded_as_quoted_printable() {
    KextTable table = read(line -> line.replaceAll("(.{75})(?=.)", "$1=\n"));

    assertThat(withoutLines(table)).isEqualTo(withoutLines(ROWS));
    assertThat(table.unrecognised()).isEmpty();
  }

  private static KextTable read(UnaryOperator<String> wrapping) {
    return KextTableReader.lenient()
        .read(TABLE.lines().map(wrapping).collect(Collectors.joining("\n", "", "\n")));
  }

  private static List<String> withoutLines(KextTable table) {
    return withoutLines(table.rows());
  }

  private static List<String> withoutLines(List<KextTableRow> rows) {
    return rows.stream().map(row -> row.toString().replaceFirst("line=\\d+", "")).toList();
  }
}
