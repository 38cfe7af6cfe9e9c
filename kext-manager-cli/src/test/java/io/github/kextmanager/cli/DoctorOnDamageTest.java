package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor has an answer for every bundle, however it is damaged. */
@Timeout(120)
class DoctorOnDamageTest {
  private static final int DAMAGES = Integer.getInteger("kextmanager.damages", 1000);
  private static final Path WIDGET = Path.of("/Library/Extensions/Widget.kext");

  @TempDir Path root;

  /** One that is about the kext: not that of a fault of kextm, or of a wrong command line. */
  private static final List<Integer> ANSWERS = List.of(0, 1, 20, 21, 23, 66);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad-version",
        "basic",
        "dependencies",
        "executable-i386",
        "executable",
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
        "wrong-value",
      })
  void answers_for_the_bundles_of_the_vectors(String name) throws IOException {
    int number = 0;
    for (JsonObject vector : ConformanceVectors.read("repositories/" + name + ".jsonl")) {
      Path tree = Files.createDirectory(root.resolve(String.valueOf(number++)));
      VectorTree.writeFiles(vector, tree);
      judge(tree, kexts(tree), "10.15");
    }
  }

  @Test
  void answers_for_a_thousand_damaged_bundles() throws IOException {
    TestKext.named("com.example.Widget").signedBy("ABCDE12345").writeTo(root);
    List<Path> files = files(root);
    Random random = new Random(20260131);
    for (int i = 0; i < DAMAGES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, damaged(whole, random));
      try {
        judge(root, List.of(WIDGET), i % 2 == 0 ? "10.15" : "14");
      } finally {
        Files.write(file, whole);
      }
    }
  }

  private static void judge(Path root, List<Path> kexts, String release) {
    List<String> words =
        new ArrayList<>(List.of("doctor", "--root", root.toString(), "--json", "--as", release));
    kexts.forEach(kext -> words.add(kext.toString()));

    KextmRun run = KextmRun.of(words.toArray(String[]::new));

    assertThat(run.status()).as("%s: %s", kexts, run.err()).isIn(ANSWERS);
    assertThat(run.err()).isEmpty();
    assertThat(run.json()).hasSameSizeAs(kexts);
  }

  /** Some bits, a part that is gone, or a part that stands there twice. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] other = whole.clone();
    int at = random.nextInt(whole.length);
    switch (random.nextInt(4)) {
      case 0 -> other = Arrays.copyOf(whole, at);
      case 1 -> {
        int length = Math.min(random.nextInt(64), whole.length - at);
        System.arraycopy(whole, random.nextInt(whole.length - length), other, at, length);
      }
      default -> {
        for (int i = random.nextInt(8); i >= 0; i--) {
          other[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return other;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Path> kexts(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(".kext"))
          .map(path -> Path.of("/").resolve(root.relativize(path).toString()))
          .sorted()
          .toList();
    }
  }
}
