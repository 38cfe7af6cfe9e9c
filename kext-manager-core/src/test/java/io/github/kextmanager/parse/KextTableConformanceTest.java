package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.ConformanceVectors;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table that Apple's own kextstat printed reads back to what the kernel had told it. */
class KextTableConformanceTest {
  private static final List<JsonObject> RUNS = ConformanceVectors.read("kextstat/cases.jsonl");

  static Stream<KextTableReader> readers() {
    return Stream.of(KextTableReader.strict(), KextTableReader.lenient());
  }

  @ParameterizedTest
  @MethodSource("readers")
  void reads_each_row_back_to_a_kext_of_the_kernel(KextTableReader reader) {
    assertThat(tables()).hasSize(230).allSatisfy(run -> readsBack(reader, run));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void reads_the_same_behind_a_terminal_that_ends_lines_with_two_characters(
      KextTableReader reader) {
    assertThat(tables())
        .allSatisfy(
            run ->
                assertThat(reader.read(stdout(run).replace("\n", "\r\n")))
                    .isEqualTo(reader.read(stdout(run))));
  }

  @Test
  void finds_no_row_in_help_and_complaints() {
    assertThat(RUNS)
        .map(run -> run.get("stderr").getAsString())
        .filteredOn(stderr -> !stderr.isEmpty())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            stderr -> {
              KextTable table = KextTableReader.lenient().read(stderr);
              assertThat(table.rows()).isEmpty();
              assertThat(table.unrecognised()).isNotEmpty();
              assertThatThrownBy(() -> KextTableReader.strict().read(stderr))
                  .isInstanceOf(UnreadableTableException.class);
            });
  }

  private static void readsBack(KextTableReader reader, JsonObject run) {
    long lines = stdout(run).lines().count();
    int headers = stdout(run).startsWith("Index ") ? 1 : 0;

    KextTable table = reader.read(stdout(run));

    assertThat(table.rows()).hasSize((int) lines - headers);
    assertThat(table.ignoredLines()).isEqualTo(headers);
    assertThat(table.unrecognised()).isEmpty();
    assertThat(kexts(run)).containsAll(table.rows().stream().map(row -> atLine0(row)).toList());
  }

  private static List<KextTableRow> kexts(JsonObject run) {
    return StreamSupport.stream(run.getAsJsonArray("kexts").spliterator(), false)
        .map(kext -> new KernelKext(kext.getAsJsonObject().getAsJsonObject("info"), run).row())
        .toList();
  }

  private static KextTableRow atLine0(KextTableRow row) {
    return new KextTableRow(
        0,
        row.index(),
        row.references(),
        row.address(),
        row.size(),
        row.wired(),
        row.architecture(),
        row.identifier(),
        row.version(),
        row.uuid(),
        row.linkedAgainst());
  }

  private static List<JsonObject> tables() {
    return RUNS.stream().filter(KextTableConformanceTest::isTable).toList();
  }

  private static boolean isTable(JsonObject run) {
    return run.get("exitCode").getAsInt() == 0;
  }

  private static String stdout(JsonObject run) {
    return run.get("stdout").getAsString();
  }
}
