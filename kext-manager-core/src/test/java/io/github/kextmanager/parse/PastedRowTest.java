package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as people paste them. */
class PastedRowTest {
  private static final String BSD =
      "    1   83 0xffffff7f80a42000 0x9c80     0x9c80     com.apple.kpi.bsd (15.5.0) "
          + "52553255-8EC4-457A-80B1-71EC3236AD45";
  private static final String KASAN =
      "    4    0 0                  0          0          com.apple.kpi.kasan (20.5.0) "
          + "52A1E876-863E-38E3-AC80-09BBAB13B752 <>";
  private static final String WIDGET =
      "  124    2 0xffffff7f831c2000 0x29000    0x29000    com.example.Widget (10.20.0) "
          + "56226F4F-1BF5-3173-901E-F4DCF85059B5 <36 5 4 3 1>";
  private static final String OLD =
      "   77    0 0xffffff7f828d3000 0xb000     0xb000     com.example.Old (1.0.0d1)";

  private static final List<String> LINES = List.of(BSD, KASAN, WIDGET, OLD);

  static Stream<Arguments> decorations() {
    return Stream.of(
        decorated("indented", line -> "      " + line),
        decorated("trimmed", String::strip),
        decorated("with blanks behind", line -> line + "   "),
        decorated("single spaced", line -> line.strip().replaceAll(" +", " ")),
        decorated("with tabs", line -> line.strip().replaceAll(" +", "\t")),
        decorated("with no-break spaces", line -> line.replace(' ', '\u00a0')),
        decorated("with every other blank no-break", line -> line.replace("  ", " \u00a0")),
        decorated("with misread no-break spaces", line -> line.replace("  ", "\u00c2\u00a0 ")),
        decorated("with ideographic spaces", line -> line.replace(' ', '\u3000')),
        decorated("with zero-width spaces", line -> line.replace(".", ".\u200b")),
        decorated("with a byte order mark", line -> "\ufeff" + line),
        decorated("as UTF-16 read as something else", line -> line.replaceAll("(.)", "$1\0")),
        decorated(
            "coloured", line -> line.replace("com", "\u001b[01;31m\u001b[Kcom\u001b[m\u001b[K")),
        decorated("coloured, escapes lost", line -> line.replace("com", "[01;31m[Kcom[m[K")),
        decorated("coloured by another tool", line -> line.replace("com", "[1;31mcom[0m")),
        decorated("with the escapes shown", line -> line.replace("com", "^[[1;31mcom^[[m")),
        decorated("quoted", line -> "> " + line),
        decorated("quoted and trimmed", line -> "> " + line.strip()),
        decorated("quoted twice", line -> "> > " + line),
        decorated("quoted closely", line -> ">>" + line),
        decorated("quoted with bars", line -> "| " + line),
        decorated("as an added line", line -> "+" + line),
        decorated("as a removed line", line -> "-" + line),
        decorated("as a comment", line -> "# " + line),
        decorated("as a list", line -> "* " + line.strip()),
        decorated("as a numbered list", line -> "12. " + line.strip()),
        decorated("numbered by cat -n", line -> "     9\t" + line),
        decorated("numbered by grep -n", line -> "9:" + line),
        decorated("numbered by grep -n, trimmed", line -> "9:" + line.strip()),
        decorated("found by grep in a file", line -> "kexts-10.15.txt:9:" + line),
        decorated("with the date", line -> "2021-03-04 10:11:12.345678 " + line),
        decorated("with the time", line -> "[10:11:12] " + line.strip()),
        decorated("from a log", line -> "Mar  4 10:11:12 mac tool[12]: " + line),
        decorated("behind a prompt for a password", line -> "Password:" + line),
        decorated("behind another one", line -> "[sudo] password for me: " + line),
        decorated("continued by a backslash", line -> line + " \\"),
        decorated("in quotation marks", line -> "\u201c" + line + "\u201d"),
        decorated("as a string of a program", line -> "    \"" + line + "\\n\","),
        decorated("as code", line -> "`" + line + "`"),
        decorated("in bold", line -> "**" + line.strip() + "**"),
        decorated("with a bold identifier", line -> line.replaceAll("com[^ ]+", "**$0**")),
        decorated("with the identifier as code", line -> line.replaceAll("com[^ ]+", "`$0`")),
        decorated(
            "with a link of Markdown", line -> line.replaceAll("com[^ ]+", "[$0](http://$0)")),
        decorated("with a link of mail", line -> line.replaceAll("com[^ ]+", "$0 <http://$0>")),
        decorated(
            "with a link of HTML",
            line -> escaped(line).replaceAll("com[^ ]+", "<a href=\"http://$0\">$0</a>")),
        decorated("with escapes of Markdown", line -> line.replaceAll("[<>]", "\\\\$0")),
        decorated(
            "with quotation marks for brackets", line -> line.replace('<', '«').replace('>', '»')),
        decorated(
            "with wide round brackets", line -> line.replace('(', '\uff08').replace(')', '\uff09')),
        decorated("as a table of Markdown", line -> "| " + cells(line, " | ") + " |"),
        decorated("with commas", line -> cells(line, ",")),
        decorated("with commas and quotes", line -> '"' + cells(line, "\",\"") + '"'),
        decorated("as HTML", line -> escaped(line)),
        decorated("as HTML, escaped twice", line -> escaped(escaped(line))),
        decorated("as HTML with breaks", line -> escaped(line).replace(" ", "&nbsp;") + "<br/>"),
        decorated(
            "as HTML with numbers", line -> line.replace("<", "&#60;").replace(">", "&#x3E;")),
        decorated(
            "as a table of HTML",
            line -> "<tr><td>" + cells(escaped(line), "</td><td>") + "</td></tr>"),
        decorated(
            "with marks of HTML",
            line -> "<span class='x'>" + escaped(line).replace("com", "<b>com</b>") + "</span>"),
        decorated("with wide brackets", line -> line.replace('<', '\uff1c').replace('>', '\uff1e')),
        decorated("with dashes", line -> line.replace('-', '\u2013')),
        decorated("with a remark", line -> line + "   <-- this one"),
        decorated("with another remark", line -> line + " \u2190 look"),
        decorated("with a remark in brackets", line -> line + " is it (see above)"),
        decorated("with a smile", line -> line + " :)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decorations")
  void reads_decorated_rows(String name, Decoration decoration) {
    String text = String.join("\n", LINES.stream().map(decoration::of).toList());

    KextTable table = KextTableReader.lenient().read(text);

    assertThat(table).isEqualTo(KextTableReader.lenient().read(String.join("\n", LINES)));
    assertThat(table.rows()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\u2028", "\u2029", "\u0085"})
  void knows_every_line_end(String lineEnd) {
    assertThat(KextTableReader.lenient().read(String.join(lineEnd, LINES) + lineEnd))
        .isEqualTo(KextTableReader.lenient().read(String.join("\n", LINES) + "\n"));
  }

  @Test
  void reads_rows_whose_line_ends_were_lost() {
    KextTable table = KextTableReader.lenient().read(String.join(" ", LINES));

    assertThat(table.rows())
        .extracting(KextTableRow::identifier)
        .containsExactly(
            "com.apple.kpi.bsd", "com.apple.kpi.kasan", "com.example.Widget", "com.example.Old");
    assertThat(table.rows()).extracting(KextTableRow::line).containsOnly(1);
    assertThat(table.ignoredLines()).isZero();
  }

  @Test
  void does_not_shift_columns_when_the_first_is_missing() {
    String cut = String.join("\n", LINES.stream().map(line -> line.substring(6)).toList());

    List<KextTableRow> rows = KextTableReader.lenient().read(cut).rows();

    assertThat(rows).extracting(KextTableRow::index).containsOnly(OptionalInt.empty());
    assertThat(rows).extracting(row -> row.references().getAsInt()).containsExactly(83, 0, 2, 0);
    assertThat(rows)
        .extracting(row -> row.address().orElseThrow())
        .containsExactly("0xffffff7f80a42000", "0", "0xffffff7f831c2000", "0xffffff7f828d3000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "56226F4F-...",
        "56226F4F\u2026",
        "56226F4F-1BF5-****",
        "56226F4F-1BF5-3173-901E-F4DCF85059B",
        "56226F4F-1BF5-3173-901E-F4DCF85059BG",
        "[UUID]",
        "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX",
      })
  void makes_up_no_UUID(String instead) {
    String line = WIDGET.replace("56226F4F-1BF5-3173-901E-F4DCF85059B5", instead);

    KextTableRow row = KextTableReader.lenient().read(line).rows().get(0);

    assertThat(row.uuid()).isEmpty();
    assertThat(row.identifier()).isEqualTo("com.example.Widget");
    assertThat(row.linkedAgainst().orElseThrow()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<36 5", "<36 5 4 3 1", "<", "<36 5 ...>", "<36 5\u2026", "<...>"})
  void makes_up_no_list(String instead) {
    String line = WIDGET.replace("<36 5 4 3 1>", instead);

    KextTableRow row = KextTableReader.lenient().read(line).rows().get(0);

    assertThat(row.linkedAgainst()).isEmpty();
    assertThat(row.uuid()).isPresent();
  }

  @Test
  void reads_a_list_with_commas() {
    String line = WIDGET.replace("<36 5 4 3 1>", "<36, 5,4, 3,1>");

    assertThat(KextTableReader.lenient().read(line))
        .isEqualTo(KextTableReader.lenient().read(WIDGET));
  }

  @Test
  void reads_several_tables_of_one_text() {
    String header =
        "Index Refs Address            Size       Wired      Architecture       Name (Version) <Linked Against>";
    String withArchitecture =
        "   77    0 0xffffff7f828d3000 0xb000     0xb000     x86_64             com.example.Old (1.0.0d1)";

    KextTable table =
        KextTableReader.lenient()
            .read(
                String.join("\n", OLD, "and", header, withArchitecture, "", "$ kextstat -l", OLD));

    assertThat(table.rows()).extracting(KextTableRow::identifier).containsOnly("com.example.Old");
    assertThat(table.rows())
        .extracting(row -> row.architecture().orElse("none"))
        .containsExactly("none", "x86_64", "none");
    assertThat(table.unrecognised()).containsExactly(new UnrecognisedLine(2, "and"));
  }

  @Test
  void reads_rows_between_lines_of_the_other_stream() {
    KextTable table =
        KextTableReader.lenient()
            .read(BSD + "\nNo variant specified, falling back to release\n" + WIDGET + "\nerror\n");

    assertThat(table.rows()).extracting(KextTableRow::line).containsExactly(1, 3);
    assertThat(table.unrecognised()).containsExactly(new UnrecognisedLine(4, "error"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Executing: /usr/bin/kmutil showloaded --list-only",
        "No variant specified, falling back to release"
      })
  void reads_a_row_in_which_the_other_stream_left_a_note(String note) {
    String columns = WIDGET.substring(0, WIDGET.indexOf("0x29000"));
    String rest = WIDGET.substring(columns.length());

    KextTable glued = KextTableReader.lenient().read(columns + note + "\n" + rest + "\n");
    KextTable between = KextTableReader.lenient().read(columns + "\n" + note + "\n" + rest + "\n");

    KextTable clean = KextTableReader.lenient().read(WIDGET);
    assertThat(glued.rows()).isEqualTo(clean.rows());
    assertThat(glued.unrecognised()).isEmpty();
    assertThat(between.rows()).isEqualTo(clean.rows());
    assertThat(between.unrecognised()).isEmpty();
    assertThat(between.ignoredLines()).isEqualTo(1);
  }

  private static Arguments decorated(String name, Decoration decoration) {
    return Arguments.of(name, decoration);
  }

  private static String cells(String line, String separator) {
    return line.strip()
        .replaceAll(" +", "\n")
        .replaceFirst("\n\\(", " (")
        .replaceFirst("(?s)(<|&lt;|&amp;lt;).*", "\t$0")
        .replaceFirst("\n\t", "\t")
        .replaceAll("\n(?=[\\d\n]*\\d(>|&))", " ")
        .replaceAll("[\n\t]", separator);
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  interface Decoration {
    String of(String line);
  }
}
