package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tables as people really pasted them, from the folder that {@code KEXT_REFERENCE} names. */
class KextTableCorpusTest {
  private static final Optional<Path> CORPUS =
      Optional.ofNullable(System.getenv("KEXT_REFERENCE"))
          .map(folder -> Path.of(folder, "corpus"))
          .filter(Files::isDirectory);

  @TestFactory
  Stream<DynamicTest> reads_what_people_pasted() throws IOException {
    assumeTrue(CORPUS.isPresent(), "KEXT_REFERENCE names no folder with a corpus");
    List<Path> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS.orElseThrow())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        if (json(file).get("kind").getAsString().equals("table")) {
          tables.add(file);
        }
      }
    }
    assertThat(tables).hasSizeGreaterThanOrEqualTo(33);
    return tables.stream()
        .map(
            file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    JsonObject expected = json(file).getAsJsonObject("expect");
    String text = Files.readString(Path.of(file.toString().replaceAll("json$", "out")));

    KextTable table = KextTableReader.lenient().read(text);

    assertThat(table.rows()).hasSize(expected.get("rows").getAsInt());
    assertThat(table.ignoredLines()).isEqualTo(expected.get("ignored_lines").getAsInt());
    if (!table.rows().isEmpty()) {
      assertThat(table.rows().get(0)).isEqualTo(row(expected.get("first")));
      assertThat(table.rows().get(table.rows().size() - 1)).isEqualTo(row(expected.get("last")));
    }
    for (JsonElement odd : expected.getAsJsonArray("odd")) {
      assertThat(table.rows()).contains(row(odd));
    }
  }

  private static KextTableRow row(JsonElement expected) {
    JsonObject row = expected.getAsJsonObject();
    return new KextTableRow(
        row.get("line").getAsInt(),
        integer(row.get("index")),
        integer(row.get("refs")),
        text(row, "address"),
        text(row, "size"),
        text(row, "wired"),
        text(row, "architecture"),
        row.get("name").getAsString(),
        row.get("version").getAsString(),
        text(row, "uuid").map(UUID::fromString),
        Optional.of(row.get("linked_against"))
            .filter(JsonElement::isJsonArray)
            .map(JsonElement::getAsJsonArray)
            .map(KextTableCorpusTest::tags));
  }

  private static List<OptionalInt> tags(JsonArray tags) {
    return StreamSupport.stream(tags.spliterator(), false)
        .map(KextTableCorpusTest::integer)
        .toList();
  }

  private static OptionalInt integer(JsonElement value) {
    return value.isJsonNull() ? OptionalInt.empty() : OptionalInt.of(value.getAsInt());
  }

  private static Optional<String> text(JsonObject row, String member) {
    return Optional.ofNullable(row.get(member))
        .filter(value -> !value.isJsonNull())
        .map(JsonElement::getAsString);
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
