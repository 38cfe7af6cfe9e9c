package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Reads what people pasted. The texts are not part of the project; the environment variable
 * KEXT_REFERENCE names the folder that holds them.
 */
class CorpusTest {
  /** Items that are not read as expected, and why. This list can only become shorter. */
  private static final Map<String, String> PENDING =
      Map.of(
          "script-11-banner-in-output",
          "only exit status 0 tells that the load behind the banner succeeded, and none is given");

  private static final Classifier CLASSIFIER = new Classifier();

  private record Item(String name, JsonObject sidecar, String text) {
    static Item of(Path sidecar) {
      try {
        String name = sidecar.getFileName().toString().replace(".json", "");
        return new Item(
            name,
            JsonParser.parseString(Files.readString(sidecar)).getAsJsonObject(),
            Files.readString(sidecar.resolveSibling(name + ".out")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean isTable() {
      return "table".equals(sidecar.get("kind").getAsString());
    }

    JsonObject expected() {
      return sidecar.getAsJsonObject("expect");
    }

    Verdict verdict() {
      Transcript transcript = Transcript.ofText(text);
      String tool = sidecar.get("tool").getAsString().toUpperCase(Locale.ROOT);
      if (Arrays.stream(ToolName.values()).anyMatch(name -> name.name().equals(tool))) {
        transcript = transcript.by(ToolName.valueOf(tool));
      }
      JsonElement status = sidecar.get("exit_code");
      return CLASSIFIER.classify(
          status.isJsonNull() ? transcript : transcript.endingWith(status.getAsInt()));
    }

    List<String> strings(String member) {
      JsonElement array = expected().get(member);
      return array == null
          ? List.of()
          : StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
              .map(JsonElement::getAsString)
              .toList();
    }
  }

  private static Path corpus() {
    String reference = System.getenv("KEXT_REFERENCE");
    assumeTrue(reference != null, "KEXT_REFERENCE does not name the folder of the corpus");
    Path corpus = Path.of(reference, "corpus");
    assumeTrue(Files.isDirectory(corpus), "There is no folder " + corpus);
    return corpus;
  }

  @TestFactory
  Stream<DynamicTest> every_text_means_what_its_sidecar_says() throws IOException {
    List<Item> items;
    try (Stream<Path> files = Files.list(corpus())) {
      items =
          files.filter(file -> file.toString().endsWith(".json")).sorted().map(Item::of).toList();
    }
    assertThat(items).isNotEmpty();
    return items.stream()
        .filter(item -> !item.isTable())
        .map(item -> DynamicTest.dynamicTest(item.name(), () -> check(item)));
  }

  private static void check(Item item) {
    Verdict verdict = item.verdict();
    String category = item.expected().get("category").getAsString();
    if (PENDING.containsKey(item.name())) {
      assertThat(verdict.category().name()).as("no longer pending").isNotEqualTo(category);
      throw new TestAbortedException("Pending: " + PENDING.get(item.name()));
    }
    assertThat(verdict.category().name()).isEqualTo(category);
    assertThat(verdict.also())
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(item.strings("also"));
    checkNames(item, verdict);
    checkCodes(item, verdict);
    checkEvidence(item, verdict);
  }

  private static void checkNames(Item item, Verdict verdict) {
    assertThat(verdict.identifiers())
        .extracting(Object::toString)
        .containsExactlyInAnyOrderElementsOf(item.strings("kext_ids"));
    assertThat(verdict.teamIdentifiers())
        .extracting(Object::toString)
        .containsExactlyElementsOf(item.strings("team_ids"));
    if (item.expected().has("symbols")) {
      assertThat(verdict.symbols()).containsExactlyElementsOf(item.strings("symbols"));
    }
    if (item.expected().has("paths")) {
      assertThat(verdict.paths()).containsExactlyElementsOf(item.strings("paths"));
    }
    if (item.expected().has("instances")) {
      Map<String, Integer> holders = new TreeMap<>();
      verdict.holders().forEach(holder -> holders.put(holder.className(), holder.instances()));
      Map<String, Integer> expected = new TreeMap<>();
      item.expected()
          .getAsJsonObject("instances")
          .entrySet()
          .forEach(entry -> expected.put(entry.getKey(), entry.getValue().getAsInt()));
      assertThat(holders).isEqualTo(expected);
    }
  }

  private static void checkCodes(Item item, Verdict verdict) {
    JsonElement osReturn = item.expected().get("os_return");
    if (!osReturn.isJsonNull()) {
      assertThat(verdict.osReturn())
          .contains(new OsReturn(Long.decode(osReturn.getAsString()).intValue()));
    }
    JsonElement code = item.expected().get("km_code");
    if (code.isJsonNull()) {
      assertThat(verdict.kmErrorCode()).isEmpty();
    } else {
      assertThat(verdict.kmErrorCode()).hasValue(code.getAsInt());
    }
  }

  private static void checkEvidence(Item item, Verdict verdict) {
    List<String> lines = item.text().lines().toList();
    assertThat(verdict.evidence())
        .allSatisfy(
            evidence -> assertThat(evidence.text()).isEqualTo(lines.get(evidence.line() - 1)));
    if (!item.text().isBlank()) {
      assertThat(verdict.evidence()).isNotEmpty();
    }
  }

  @Test
  void what_is_pending_is_in_the_corpus() {
    Path corpus = corpus();
    assertThat(PENDING.keySet())
        .allSatisfy(name -> assertThat(corpus.resolve(name + ".json")).exists());
  }
}
