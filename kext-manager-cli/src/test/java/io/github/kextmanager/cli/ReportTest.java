package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @BeforeEach
  void install() {
    TestKext.named("com.example.Widget").writeTo(folder);
  }

  private KextmRun report(Path file, String... more) {
    String[] words = {"report", file.toString(), "--simulate", "14", "--root", folder.toString()};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return KextmRun.of(all);
  }

  private static Map<String, String> unzipped(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  @Test
  void says_what_is_in_it() throws IOException {
    Path file = folder.resolve("report.zip");

    KextmRun run = report(file);

    assertThat(run.status()).isZero();
    Map<String, String> parts = unzipped(file);
    assertThat(parts).containsKeys("README.txt", "doctor.json", "loaded.txt", "commands.kextrec");
    parts.keySet().stream()
        .filter(name -> !name.equals("README.txt"))
        .forEach(name -> assertThat(run.out()).contains(name));
    assertThat(parts.get("doctor.txt")).contains("NOT_APPROVED");
    assertThat(parts.get("commands.kextrec")).contains("/usr/bin/csrutil");
  }

  @Test
  void answers_in_json() {
    KextmRun run = report(folder.resolve("report.zip"), "--json");

    assertThat(run.json().get(0).getAsJsonArray("documents")).isNotEmpty();
  }

  @Test
  void writes_over_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "precious");

    assertThat(report(file).status()).isEqualTo(64);
    assertThat(file).hasContent("precious");
  }

  @Test
  void tells_that_a_folder_is_missing() {
    KextmRun run = report(folder.resolve("none").resolve("report.zip"));

    assertThat(run.status()).isEqualTo(66);
    assertThat(run.err()).contains("none/report.zip");
  }
}
