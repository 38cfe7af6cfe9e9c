package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of kexts, and what Apple's own library made of them in three releases. */
class CheckConformanceTest {
  /** Core compares all of them; here every fourth, from the words to the last object. */
  private static final int EVERY = 4;

  private static final Map<String, String> RELEASES =
      Map.of(
          "IOKitUser-755.24.1", "10.8",
          "IOKitUser-1445.71.1", "10.13",
          "IOKitUser-1726.140.1", "10.15");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad-version",
        "basic",
        "dependencies",
        "executable",
        "executable-i386",
        "i386",
        "kernel-resource",
        "length",
        "missing-key",
        "multiple-versions",
        "no-kernel",
        "permissions",
        "personalities",
        "plist-format",
        "plugins",
        "random",
        "required",
        "wrong-value"
      })
  void says_of_each_kext_what_apple_says(String category) throws IOException {
    assumeTrue(isRoot(), "only root can give the files of a tree their owners");
    List<String> differences = new ArrayList<>();
    List<JsonObject> vectors = ConformanceVectors.read("repositories/" + category + ".jsonl");
    for (int i = 0; i < vectors.size(); i += EVERY) {
      differences.addAll(differences(vectors.get(i), folder.resolve("tree" + i)));
    }

    assertThat(differences).isEmpty();
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  static List<String> differences(JsonObject vector, Path root) throws IOException {
    VectorTree.write(vector, root);
    List<String> differences = new ArrayList<>();
    for (JsonElement element : vector.getAsJsonArray("answers")) {
      JsonObject answer = element.getAsJsonObject();
      JsonObject apple = answer.getAsJsonObject("result");
      if (apple.has("processDied")) {
        continue;
      }
      for (JsonElement source : answer.getAsJsonArray("sources")) {
        String release = RELEASES.getOrDefault(source.getAsString(), "");
        KextmRun run = KextmRun.of(words(vector, apple, release, root));
        String id = vector.get("id").getAsString() + " as of " + release + ": ";
        if (!run.err().isEmpty() || !List.of(0, 1, 20, 21).contains(run.status())) {
          differences.add(id + "ended with " + run.status() + " and said " + run.err());
        }
        new CheckComparison(vector)
            .compare(apple, run.json())
            .forEach(difference -> differences.add(id + difference));
      }
    }
    return differences;
  }

  private static String[] words(JsonObject vector, JsonObject apple, String release, Path root) {
    JsonObject arguments = vector.getAsJsonObject("arguments");
    List<String> words = new ArrayList<>(List.of("check", "--json", "--root", root.toString()));
    words.addAll(List.of("--as", release, "--arch", arguments.get("architecture").getAsString()));
    if (arguments.get("simulatedSafeBoot").getAsBoolean()) {
      words.add("--safe-boot");
    }
    words.add("--scan");
    arguments.getAsJsonArray("scanFolders").forEach(each -> words.add(each.getAsString()));
    if (apple.has("queries")) {
      for (JsonElement query : apple.getAsJsonArray("queries")) {
        words.add("--query");
        JsonObject asked = query.getAsJsonObject();
        words.add(
            asked.get("identifier").getAsString() + "@" + asked.get("requested").getAsString());
      }
    }
    return words.toArray(new String[0]);
  }
}
