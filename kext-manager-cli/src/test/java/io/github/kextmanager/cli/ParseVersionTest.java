package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseVersionTest {
  @ParameterizedTest
  @CsvSource({"classic, classic", "10.14, macos1015"})
  void answers_as_apples_own_code_for_every_vector(String era, String member) {
    List<JsonObject> vectors = ConformanceVectors.read("versions/parse.jsonl");
    // A line feed ends a line, and for Apple's parser a version: what is behind it does not matter.
    List<String> lines =
        vectors.stream()
            .map(vector -> vector.get("input").getAsString().split("\n", -1)[0])
            .toList();

    KextmRun run =
        KextmRun.with(
            lines.stream().map(line -> line + "\n").collect(Collectors.joining()),
            "parse",
            "version",
            "--era",
            era,
            "--json");

    assertThat(run.json()).hasSize(900);
    assertThat(run.json()).extracting(json -> json.get("input").getAsString()).isEqualTo(lines);
    assertThat(run.json())
        .extracting(json -> List.of(json.get("valid"), json.get("value"), json.get("canonical")))
        .isEqualTo(
            vectors.stream().map(vector -> expected(vector.getAsJsonObject(member))).toList());
    assertThat(run.status()).isZero();
  }

  private static List<JsonElement> expected(JsonObject answer) {
    boolean valid = answer.get("parsed").getAsLong() != -1;
    return valid
        ? List.of(new JsonPrimitive(true), answer.get("parsed"), answer.get("printed"))
        : List.of(new JsonPrimitive(false), JsonNull.INSTANCE, JsonNull.INSTANCE);
  }

  @Test
  void a_line_ends_at_its_line_feed_and_nowhere_else() {
    KextmRun run =
        KextmRun.with(
            "1.0\r\n\t2\u000b\n3\u2028 4\0\n\n5", "parse", "version", "--era", "classic", "--json");

    assertThat(run.json())
        .extracting(json -> json.get("input").getAsString())
        .containsExactly("1.0\r", "\t2\u000b", "3\u2028 4\0", "", "5");
  }

  @Test
  void json_is_ascii_whatever_the_text() {
    KextmRun run =
        KextmRun.with("1é\ud83d\ude00\u007f\n", "parse", "version", "--era", "10.14", "--json");

    assertThat(run.out())
        .isEqualTo(
            "{\"schema\":1,\"input\":\"1\\u00e9\\ud83d\\ude00\\u007f\",\"valid\":false,\"value\":null,\"canonical\":null}\n");
  }

  @Test
  void bytes_that_are_no_utf_8_are_replaced() {
    KextmRun run =
        KextmRun.with(
            new byte[] {'1', (byte) 0xff, '\n'}, "parse", "version", "--era", "10.14", "--json");

    assertThat(run.json().get(0).get("input").getAsString()).isEqualTo("1\ufffd");
  }

  @Test
  void nothing_to_read_is_nothing_to_answer() {
    assertThat(KextmRun.of("parse", "version", "--era", "classic", "--json"))
        .isEqualTo(new KextmRun(0, "", ""));
  }

  @Test
  void people_are_told_the_rule_that_a_text_breaks() {
    KextmRun run = KextmRun.with("1.2b3\n12345\n", "parse", "version", "--era", "classic");

    assertThat(run.out())
        .startsWith("\"1.2b3\" is 1.2b3, as an integer 102005003.\n\"12345\" is not a kext version")
        .contains("a major number has at most 4 digits");
  }

  @Test
  void a_control_character_cannot_reach_the_terminal() {
    KextmRun run = KextmRun.with("1 \u001b[31mred\n", "parse", "version", "--era", "classic");

    assertThat(run.out()).isEqualTo("\"1 \\u001b[31mred\" is 1.0, as an integer 100009000.\n");
  }

  @Test
  void reads_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("versions"), "4.0\n");

    KextmRun run = KextmRun.of("parse", "version", "--era", "classic", "--json", file.toString());

    assertThat(run.json().get(0).get("canonical").getAsString()).isEqualTo("4.0");
  }

  @Test
  void a_file_that_is_not_there_is_an_object_with_an_error(@TempDir Path folder) {
    String file = folder.resolve("none").toString();

    KextmRun run = KextmRun.of("parse", "version", "--era", "classic", "--json", file);

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json().get(0).get("file").getAsString()).isEqualTo(file);
    assertThat(run.json().get(0).get("error").getAsString()).isEqualTo("there is no such file");
    assertThat(run.err()).isEqualTo("kextm: " + file + ": there is no such file\n");
  }

  @Test
  void a_line_without_end_is_an_error_and_no_memory_runs_out() {
    KextmRun run =
        KextmRun.with(
            "1.0\n" + "1".repeat((1 << 20) + 1), "parse", "version", "--era", "classic", "--json");

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.json()).hasSize(2);
    assertThat(run.json().get(1).get("error").getAsString()).startsWith("line 2 has more than");
  }

  @Test
  void an_unknown_era_is_a_mistake_that_names_the_known_ones() {
    KextmRun run = KextmRun.of("parse", "version", "--era", "10.13");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("--era is classic or 10.14, not \"10.13\".");
  }

  @Test
  void the_era_must_be_given() {
    assertThat(KextmRun.of("parse", "version").status()).isEqualTo(64);
  }
}
