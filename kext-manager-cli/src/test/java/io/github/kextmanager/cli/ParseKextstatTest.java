package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseKextstatTest {
  private static final String TABLE =
      """
      Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
          1   83 0xffffff7f80a42000 0x9c80     0x9c80     com.example.kpi (15.5.0) 52553255-8EC4-457A-80B1-71EC3236AD45
        134    0 0xffffff7f83265000 0x34b0     0x34b0     com.example.driver.Widget (1.2) 8B5E3A70-8F9D-478E-9C4A-B6730DC3D873 <1>
      """;

  @Test
  void answers_with_the_rows_as_printed() {
    KextmRun run = KextmRun.with(TABLE, "parse", "kextstat", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"schema\":1,\"file\":\"-\",\"rows\":["
                + "{\"line\":2,\"index\":1,\"references\":83,\"address\":\"0xffffff7f80a42000\","
                + "\"size\":\"0x9c80\",\"wired\":\"0x9c80\",\"architecture\":null,"
                + "\"identifier\":\"com.example.kpi\",\"version\":\"15.5.0\","
                + "\"uuid\":\"52553255-8EC4-457A-80B1-71EC3236AD45\",\"linkedAgainst\":null},"
                + "{\"line\":3,\"index\":134,\"references\":0,\"address\":\"0xffffff7f83265000\","
                + "\"size\":\"0x34b0\",\"wired\":\"0x34b0\",\"architecture\":null,"
                + "\"identifier\":\"com.example.driver.Widget\",\"version\":\"1.2\","
                + "\"uuid\":\"8B5E3A70-8F9D-478E-9C4A-B6730DC3D873\",\"linkedAgainst\":[1]}],"
                + "\"ignoredLines\":1,\"unrecognised\":[]}\n");
  }

  @Test
  void what_the_kernel_did_not_tell_is_null() {
    String row = "   ??   ?? ????               ????       ????       ???? (????) no UUID <7 ??>\n";

    JsonObject json = row(KextmRun.with(row, "parse", "kextstat", "--json"));

    assertThat(json.toString())
        .isEqualTo(
            "{\"line\":1,\"index\":null,\"references\":null,\"address\":null,\"size\":null,\"wired\":null,"
                + "\"architecture\":null,\"identifier\":\"????\",\"version\":\"????\",\"uuid\":null,"
                + "\"linkedAgainst\":[7,null]}");
  }

  @Test
  void empty_brackets_are_an_empty_list() {
    String row = "    1    0 0                  0          0          () () <>\n";

    JsonObject json = row(KextmRun.with(row, "parse", "kextstat", "--json"));

    assertThat(json.get("linkedAgainst").getAsJsonArray()).isEmpty();
  }

  private static JsonObject row(KextmRun run) {
    return run.json().get(0).getAsJsonArray("rows").get(0).getAsJsonObject();
  }

  @Test
  void lines_that_are_not_understood_are_kept() {
    KextmRun run =
        KextmRun.with("$ kextstat\n" + TABLE + "a word\n", "parse", "kextstat", "--json");

    assertThat(run.json().get(0).get("ignoredLines").getAsInt()).isEqualTo(3);
    assertThat(run.json().get(0).getAsJsonArray("unrecognised").toString())
        .isEqualTo("[{\"line\":5,\"text\":\"a word\"}]");
  }

  @Test
  void people_get_the_table_and_hear_of_the_rest() {
    KextmRun run = KextmRun.with("> a word\n" + TABLE.indent(3), "parse", "kextstat");

    assertThat(run.out()).isEqualTo(TABLE);
    assertThat(run.err()).isEqualTo("-:1: not recognised: > a word\n");
  }

  @Test
  void quiet_is_quiet_about_lines_that_are_not_understood() {
    assertThat(KextmRun.with("a word\n", "parse", "kextstat", "--quiet").err()).isEmpty();
  }

  @Test
  void one_file_that_cannot_be_read_does_not_stop_the_others(@TempDir Path folder)
      throws IOException {
    Path table = Files.writeString(folder.resolve("table"), TABLE);

    KextmRun run =
        KextmRun.of(
            "parse", "kextstat", "--json", folder.toString(), table.toString(), folder + "/none");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json())
        .extracting(json -> json.has("rows") ? "rows" : json.get("error").getAsString())
        .containsExactly("it is a folder", "rows", "there is no such file");
    assertThat(run.json())
        .extracting(json -> json.get("file").getAsString())
        .isEqualTo(List.of(folder.toString(), table.toString(), folder + "/none"));
  }

  @Test
  void a_dash_among_files_is_standard_input(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "");

    KextmRun run = KextmRun.with(TABLE, "parse", "kextstat", "--json", empty.toString(), "-");

    assertThat(run.json())
        .extracting(json -> json.getAsJsonArray("rows").size())
        .containsExactly(0, 2);
  }

  @Test
  void what_is_longer_than_any_table_is_refused_and_no_memory_runs_out(@TempDir Path folder)
      throws IOException {
    Path table = Files.writeString(folder.resolve("table"), TABLE);

    KextmRun run =
        KextmRun.with(
            "x".repeat((1 << 24) + 1), "parse", "kextstat", "--json", "-", table.toString());

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json().get(0).get("error").getAsString())
        .isEqualTo("it has more than 16777216 characters, and no table of kexts is that long");
    assertThat(run.json().get(1).getAsJsonArray("rows")).hasSize(2);
  }

  @Test
  void what_apples_kextstat_printed_is_printed_again_byte_for_byte() {
    List<String> tables =
        ConformanceVectors.read("kextstat/cases.jsonl").stream()
            .filter(run -> run.get("era").getAsString().equals("10.11-10.15"))
            .filter(run -> run.get("kernelArchitecture").getAsString().equals("x86_64"))
            .map(run -> run.get("stdout").getAsString())
            .filter(table -> table.startsWith("Index") && table.matches("(?s).*\\) [0-9A-F]{8}-.*"))
            .toList();

    assertThat(tables)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            table -> assertThat(KextmRun.with(table, "parse", "kextstat").out()).isEqualTo(table));
  }
}
