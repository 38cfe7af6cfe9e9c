package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as the tools print them; kext_tools, kextstat_main.c gives the formats. */
class PrintedRowTest {
  private static final String NUMBERS = "   12    3 0xffffff7f80a42000 0x9c80     0x9000     ";
  private static final String UUID_TEXT = "52553255-8EC4-457A-80B1-71EC3236AD45";

  @Test
  void reads_every_field_of_a_row() {
    assertThat(row(NUMBERS + "com.example.driver (1.2.3) " + UUID_TEXT + " <8 6 5>"))
        .isEqualTo(
            new KextTableRow(
                1,
                OptionalInt.of(12),
                OptionalInt.of(3),
                Optional.of("0xffffff7f80a42000"),
                Optional.of("0x9c80"),
                Optional.of("0x9000"),
                Optional.empty(),
                "com.example.driver",
                "1.2.3",
                Optional.of(UUID.fromString(UUID_TEXT)),
                Optional.of(List.of(OptionalInt.of(8), OptionalInt.of(6), OptionalInt.of(5)))));
  }

  @Test
  void reads_a_row_of_10_4_whose_zeros_have_a_prefix() {
    KextTableRow row = row("    1    1 0x0        0x0        0x0        com.apple.kernel (8.11.1)");

    assertThat(row.address()).contains("0x0");
    assertThat(row.toLoadedKext().address()).hasValue(0);
  }

  @Test
  void reads_a_row_that_the_kernel_told_nothing_about() {
    KextTableRow row =
        row("   ??   ?? ????               ????       ????       ???? (????) no UUID");

    assertThat(row)
        .isEqualTo(
            new KextTableRow(
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "????",
                "????",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void tells_an_empty_list_from_none() {
    assertThat(row(NUMBERS + "com.apple.kpi.bsd (20.2.0) " + UUID_TEXT + " <>").linkedAgainst())
        .contains(List.of());
    assertThat(row(NUMBERS + "com.apple.kpi.bsd (20.2.0) " + UUID_TEXT).linkedAgainst()).isEmpty();
  }

  @Test
  void keeps_unknown_and_negative_tags_in_their_places() {
    assertThat(row(NUMBERS + "com.example (1) <3 0 ?? -7>").linkedAgainst())
        .contains(
            List.of(OptionalInt.of(3), OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(-7)));
  }

  @Test
  void reads_no_UUID_as_none() {
    KextTableRow row = row(NUMBERS + "com.example (1) no UUID <4>");

    assertThat(row.uuid()).isEmpty();
    assertThat(row.linkedAgainst()).contains(List.of(OptionalInt.of(4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "com.exämple.日本語 (1.0)          | com.exämple.日本語       | 1.0",
        "with space & <angle> (10.1)      | with space & <angle>    | 10.1",
        "com.example (1.0 (beta) ü)       | com.example             | 1.0 (beta) ü",
        "com.example (beta) (1.0)         | com.example (beta)      | 1.0",
        "com.example (1.0))               | com.example             | 1.0)",
        "com.example ((1.0)               | com.example             | (1.0",
        "com.example ()                   | com.example             | \"\"",
        "\" (1.0)\"                       | \"\"                    | 1.0",
        "\"  com.example (1.0)\"          | \"  com.example\"       | 1.0",
        "\"com.example  (1.0)\"           | \"com.example \"        | 1.0",
        "com.example ( 1.0 )              | com.example             | \" 1.0 \"",
        "12 34 (1.0)                      | 12 34                   | 1.0",
        "x86_64 (1.0)                     | x86_64                  | 1.0",
        "arm of law (1.0)                 | arm of law              | 1.0",
      })
  void keeps_identifier_and_version_as_they_are(String printed, String identifier, String version) {
    KextTableRow row = row(NUMBERS + printed + " " + UUID_TEXT + " <5 3>");

    assertThat(row.identifier()).isEqualTo(identifier);
    assertThat(row.version()).isEqualTo(version);
    assertThat(row.uuid()).isPresent();
    assertThat(row.linkedAgainst()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456 12345 0xffffff7f80a42000 0x9c80     0x9000     com.example (1)",
        "   12 12345 0xffffff7f80a42000 0x9c80     0x9000     com.example (1)",
        "   12    3 0xffffff7f80a42000 0x123456789ab 0x123456789ab com.example (1)",
        "   12    3 0x80a42000 0x9c80     0x9000     com.example (1)",
        "12 3 0x80a42000 0x9c80 0x9000 com.example (1)",
      })
  void reads_columns_of_any_width(String text) {
    assertThat(row(text).identifier()).isEqualTo("com.example");
  }

  @Test
  void reads_an_architecture_that_the_header_announces() {
    String table =
        """
        Index Refs Address            Size       Wired      Architecture       Name (Version) UUID <Linked Against>
           10    3 0xffffff7f83c04000 0x1ff000   0x1fe000   x86_64h            com.example.a (1) no UUID
           11    3 0xffffff7f83c04000 0x1ff000   0x1fe000         ????/????    com.example.b (1) no UUID
           12    3 0xffffff7f83c04000 0x1ff000   0x1fe000   0x00004242/0x80000017 com.example.c (1) no UUID
           13    3 0xffffff7f83c04000 0x1ff000   0x1fe000   future             com.example.d (1) no UUID
        """;

    assertThat(KextTableReader.strict().read(table).rows())
        .extracting(KextTableRow::architecture)
        .containsExactly(
            Optional.of("x86_64h"),
            Optional.empty(),
            Optional.of("0x00004242/0x80000017"),
            Optional.of("future"));
    assertThat(KextTableReader.strict().read(table).rows())
        .extracting(KextTableRow::identifier)
        .containsExactly("com.example.a", "com.example.b", "com.example.c", "com.example.d");
  }

  @Test
  void knows_an_architecture_without_a_header() {
    KextTableRow row = row(NUMBERS + "arm64e             com.example (1)");

    assertThat(row.architecture()).contains("arm64e");
    assertThat(row.identifier()).isEqualTo("com.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999    3 0xffffff7f80a42000 0x9c80     0x9000     com.example (1)",
        "2147483648    3 0xffffff7f80a42000 0x9c80     0x9000     com.example (1)",
        "   12    3 0x1ffffff7f80a42000 0x9c80     0x9000     com.example (1)",
        "   12    3 0xffffff7f80a42000 9c80     0x9000     com.example (1)",
        "   12    3 0xffffff7f80a42000 0x9c80     0x9000     com.example (1) <99999999999>",
        "   12    3 0xffffff7f80a42000 0x9c80     0x9000     com.example 1",
      })
  void takes_no_number_for_another_and_no_column_for_another(String text) {
    assertThat(KextTableReader.lenient().read(text).rows()).isEmpty();
    assertThat(KextTableReader.lenient().read(text).unrecognised())
        .containsExactly(new UnrecognisedLine(1, text));
  }

  @Test
  void becomes_a_loaded_kext() {
    String text =
        "   -5   ?? 0xffffff7f80a42000 0xfffffffe ????       x86_64             com.example (1) "
            + UUID_TEXT
            + " <3 ??>";
    Instant now = Instant.parse("2026-11-22T00:00:00Z");

    assertThat(KextTableReader.lenient().read(text).toSnapshot(now).kexts())
        .containsExactly(
            new LoadedKext(
                Optional.of(new LoadTag(-5)),
                OptionalInt.empty(),
                OptionalLong.of(0xffffff7f80a42000L),
                OptionalLong.of(0xfffffffeL),
                OptionalLong.empty(),
                Optional.of(Architecture.X86_64),
                BundleIdentifier.reported("com.example"),
                new ReportedVersion("1"),
                Optional.of(UUID.fromString(UUID_TEXT)),
                Optional.of(List.of(Optional.of(new LoadTag(3)), Optional.empty()))));
  }

  /** The row that both readers make of a line. */
  private static KextTableRow row(String line) {
    KextTable table = KextTableReader.lenient().read(line + "\n");
    assertThat(table.rows()).hasSize(1);
    assertThat(KextTableReader.strict().read(line + "\n")).isEqualTo(table);
    return table.rows().get(0);
  }
}
