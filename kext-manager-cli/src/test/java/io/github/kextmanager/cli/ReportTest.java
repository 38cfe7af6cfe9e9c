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
    parts.keySet().forEach(name -> assertThat(run.out()).contains(name));
    assertThat(parts.get("doctor.txt")).contains("NOT_APPROVED");
    assertThat(parts.get("commands.kextrec")).contains("/usr/bin/csrutil");
  }

  @Test
  void tells_who_must_do_what_in_which_order() throws IOException {
    Path file = folder.resolve("report.zip");

    report(file);

    assertThat(unzipped(file).get("plan.txt"))
        .startsWith("1 of 1 kexts of others would not be loaded as this Mac is (macOS 14).")
        .containsSubsequence("com.example.Widget: ", "By ", "- ", "By ", "- ", "By a restart");
  }

  @Test
  void says_in_each_document_that_nothing_was_found_and_where() throws IOException {
    Path file = folder.resolve("empty.zip");

    KextmRun run = KextmRun.of("report", file.toString(), "--simulate", "14");

    assertThat(run.status()).isZero();
    Map<String, String> parts = unzipped(file);
    parts.forEach((name, text) -> assertThat(text).as(name).isNotBlank());
    assertThat(parts.get("doctor.txt"))
        .contains("/Library/Extensions: none")
        .contains("/usr/bin/kmutil showloaded: none")
        .endsWith("None was found.\n");
    assertThat(parts.get("doctor.json")).contains("\"searched\":[{\"place\":");
    assertThat(parts.get("plan.txt")).startsWith("0 of 0").contains("nothing is to be done");
    assertThat(parts.get("log.txt")).contains("0 messages");
    assertThat(parts.get("panics.txt")).contains("There is no report of a panic");
    assertThat(parts.get("loaded.txt")).contains("(exit status 0)");
  }

  @Test
  void says_that_a_folder_could_not_be_looked_at() throws IOException {
    Path extensions = folder.resolve("Library/Extensions");
    Files.move(extensions, folder.resolve("elsewhere"));
    Files.writeString(extensions, "no folder");
    Path file = folder.resolve("report.zip");

    report(file);

    assertThat(unzipped(file).get("doctor.txt"))
        .containsPattern("/Library/Extensions: (?!none).*\\.")
        .doesNotContain("/Library/Extensions: none");
  }

  @Test
  void answers_in_json() {
    KextmRun run = report(folder.resolve("report.zip"), "--json");

    assertThat(run.json().get(0).getAsJsonArray("documents")).isNotEmpty();
  }

  @Test
  void tells_the_facts_of_the_mac_in_words() throws IOException {
    Path file = folder.resolve("report.zip");

    report(file);

    assertThat(unzipped(file).get("mac.txt"))
        .contains(
            "approvals: decided by persons: none; by profiles: none; asked for: none",
            "enrolment with MDM: not enrolled",
            "profiles about kexts: 0 profiles of all kinds")
        .doesNotContainPattern("[A-Za-z]+\\[[a-z]+=")
        .doesNotContain("Optional");
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
