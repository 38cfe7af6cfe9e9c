package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.OsReturn;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  /** Remedies that hold for one case alone and are no rule; argued in docs/reasons.md. */
  private static final Map<String, String> REMEDIES_OF_ONE_THREAD =
      Map.of(
          "kmutil-27-two-identifiers",
          "one beta refused to have ad hoc kexts approved; what holds in general is to approve");

  private static final Pattern RELEASE = Pattern.compile("\\d+(\\.\\d+){0,2}");

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
    return items().stream().map(item -> DynamicTest.dynamicTest(item.name(), () -> check(item)));
  }

  private static List<Item> items() throws IOException {
    try (Stream<Path> files = Files.list(corpus())) {
      List<Item> items =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(Item::of)
              .filter(item -> !item.isTable())
              .toList();
      assertThat(items).isNotEmpty();
      return items;
    }
  }

  private static void check(Item item) {
    Verdict verdict = item.verdict();
    String category = item.expected().get("category").getAsString();
    if (PENDING.containsKey(item.name())) {
      assertThat(verdict.category().name()).as("no longer pending").isNotEqualTo(category);
      throw new TestAbortedException("Pending: " + PENDING.get(item.name()));
    }
    checkCategory(item, verdict);
    checkAlso(item, verdict);
    checkNames(item, verdict);
    checkCodes(item, verdict);
    checkFacts(item, verdict);
    checkRemedy(item, verdict);
    checkEvidence(item, verdict);
  }

  private static void checkFacts(Item item, Verdict verdict) {
    CorpusFacts.of(item.expected())
        .forEach(
            (name, value) ->
                assertThat(
                        verdict.facts().stream()
                            .filter(fact -> fact.name().equals(name))
                            .map(fact -> fact.value().toString())
                            .findFirst()
                            .orElse(""))
                    .as(name)
                    .isEqualTo(value));
    if (item.expected().has("missing")) {
      assertThat(verdict.culprit().stream().map(Object::toString))
          .containsExactlyElementsOf(item.strings("missing"));
    }
  }

  /** The remedies of the sidecars are free words; what they come to stands in a table. */
  private static void checkRemedy(Item item, Verdict verdict) {
    JsonElement words = item.expected().get("remedy");
    if (words == null || REMEDIES_OF_ONE_THREAD.containsKey(item.name())) {
      return;
    }
    CorpusRemedies.Expected expected =
        Objects.requireNonNull(
            CorpusRemedies.table().get(words.getAsString()),
            () -> "what \"%s\" comes to".formatted(words.getAsString()));
    assertThat(Remedies.of(verdict.category().reason().orElseThrow(), release(item)))
        .anySatisfy(
            remedy -> {
              assertThat(remedy.actor()).isEqualTo(expected.actor());
              assertThat(remedy.action() + remedy.command().orElse("")).contains(expected.word());
            });
  }

  /** The first release of the era that the sidecar names. */
  private static MacOsVersion release(Item item) {
    Matcher release = RELEASE.matcher(item.sidecar().get("era").getAsString());
    return release.find() ? MacOsVersion.parse(release.group()) : MacOsVersion.parse("15");
  }

  /** How many of the members that sidecars give are read as they say; printed by the build. */
  @Test
  void the_build_prints_how_many_of_the_expected_members_agree() throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    for (Item item : items()) {
      Verdict verdict = item.verdict();
      count(counts, "category", () -> checkCategory(item, verdict));
      count(counts, "also", () -> checkAlso(item, verdict));
      count(counts, "names", () -> checkNames(item, verdict));
      count(counts, "codes", () -> checkCodes(item, verdict));
      count(counts, "facts and missing", () -> checkFacts(item, verdict));
      if (item.expected().has("remedy")) {
        count(counts, "remedy", () -> checkRemedy(item, verdict));
      }
    }
    counts.forEach(
        (member, count) ->
            System.out.println("Corpus agreement, " + member + ": " + count[0] + "/" + count[1]));
    assertThat(counts).isNotEmpty();
  }

  private static void count(Map<String, int[]> counts, String member, ThrowingCallable check) {
    int[] count = counts.computeIfAbsent(member, key -> new int[2]);
    count[0] += ThrowableAssert.catchThrowable(check) == null ? 1 : 0;
    count[1]++;
  }

  private static void checkCategory(Item item, Verdict verdict) {
    assertThat(verdict.category().name()).isEqualTo(item.expected().get("category").getAsString());
  }

  private static void checkAlso(Item item, Verdict verdict) {
    assertThat(verdict.also())
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(item.strings("also"));
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
    if (item.expected().has("cs_errors")) {
      assertThat(verdict.signatureErrors())
          .extracting(Object::toString)
          .containsExactlyElementsOf(item.strings("cs_errors"));
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
