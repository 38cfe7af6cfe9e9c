package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every table. */
class KextTablePropertyTest {
  private static final int TABLES = 1_000;

  private static final List<String> NOISE =
      List.of(
          "",
          "   ",
          "$ kextstat -l",
          "Executing: /usr/bin/kmutil showloaded",
          "No variant specified, falling back to release",
          "```",
          "...",
          "Password:",
          "Index Refs Address Size Wired Name (Version) UUID <Linked Against>");

  private static final List<String> PROSE =
      List.of(
          "this is the one I mean:",
          "com.example.driver (1.0)",
          "0xffffff7f80a42000 com.example.driver",
          "(kernel) Kext com.example.driver failed to load (0xdc008016).",
          "12 of them, but only <3 2 1> (see above)");

  @Test
  void what_is_printed_is_read_back_strictly() {
    forEachSeed(
        seed -> {
          RandomTable table = RandomTable.odd(seed);
          KextTable read = KextTableReader.strict().read(text(table.lines()));
          assertThat(read.rows()).isEqualTo(table.rows());
          assertThat(read.ignoredLines()).isEqualTo(1);
        });
  }

  @Test
  void what_is_printed_is_read_back_leniently() {
    forEachSeed(
        seed -> {
          RandomTable table = RandomTable.odd(seed);
          KextTable read = KextTableReader.lenient().read(text(table.lines()));
          assertThat(read.rows()).isEqualTo(table.rows());
          assertThat(read.unrecognised()).isEmpty();
        });
  }

  @Test
  void no_line_in_between_changes_a_row() {
    forEachSeed(
        seed -> {
          Random random = new Random(seed);
          RandomTable table = RandomTable.ordinary(seed);
          List<String> lines = new ArrayList<>();
          List<Integer> prose = new ArrayList<>();
          for (String line : table.lines()) {
            for (int i = random.nextInt(3); i > 0; i--) {
              boolean known = random.nextBoolean();
              List<String> between = known ? NOISE : PROSE;
              lines.add(between.get(random.nextInt(between.size())));
              if (!known) {
                prose.add(lines.size());
              }
            }
            lines.add(line);
          }

          KextTable read = KextTableReader.lenient().read(text(lines));

          assertThat(withoutLines(read.rows())).isEqualTo(withoutLines(table.rows()));
          assertThat(read.lines()).isEqualTo(lines.size());
          assertThat(read.ignoredLines()).isEqualTo(lines.size() - table.rows().size());
          assertThat(read.unrecognised())
              .extracting(UnrecognisedLine::line)
              .containsExactlyElementsOf(prose);
        });
  }

  @Test
  void a_terminal_of_any_width_changes_no_row() {
    forEachSeed(
        seed -> {
          int width = 24 + new Random(seed).nextInt(150);
          RandomTable table = RandomTable.ordinary(seed);
          List<String> lines =
              table.lines().stream()
                  .flatMap(line -> line.replaceAll("(.{" + width + "})(?=.)", "$1\n").lines())
                  .toList();

          KextTable read = KextTableReader.lenient().read(text(lines));

          assertThat(withoutLines(read.rows())).isEqualTo(withoutLines(table.rows()));
          assertThat(read.unrecognised()).isEmpty();
        });
  }

  @Test
  void a_text_that_ends_anywhere_gives_no_other_row_than_the_whole() {
    forEachSeed(
        seed -> {
          String text = text(RandomTable.ordinary(seed).lines());
          List<KextTableRow> whole = KextTableReader.lenient().read(text).rows();
          int end = new Random(seed).nextInt(text.length());

          List<KextTableRow> cut = KextTableReader.lenient().read(text.substring(0, end)).rows();

          int certain = Math.max(0, cut.size() - 1);
          assertThat(cut.subList(0, certain)).isEqualTo(whole.subList(0, certain));
          if (!cut.isEmpty()) {
            assertThat(cut.get(certain).identifier()).isEqualTo(whole.get(certain).identifier());
            assertThat(cut.get(certain).version()).isEqualTo(whole.get(certain).version());
            assertThat(cut.get(certain).uuid().or(whole.get(certain)::uuid))
                .isEqualTo(whole.get(certain).uuid());
            assertThat(cut.get(certain).linkedAgainst().or(whole.get(certain)::linkedAgainst))
                .isEqualTo(whole.get(certain).linkedAgainst());
          }
        });
  }

  private static void forEachSeed(LongConsumer property) {
    for (long seed = 0; seed < TABLES; seed++) {
      try {
        property.accept(seed);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static List<String> withoutLines(List<KextTableRow> rows) {
    return rows.stream().map(row -> row.toString().replaceFirst("line=\\d+", "")).toList();
  }
}
