package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.doctor.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/doctor.md shows is what kextm says. */
class DoctorDocumentTest {
  @TempDir Path folder;

  @Test
  void the_example_is_what_kextm_says() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "doctor.md"));
    String example = block(document, "console");
    for (String line : block(document, "sh").lines().toList()) {
      assertThat(run(line).status()).as(line).isZero();
    }

    KextmRun run = run(example.lines().findFirst().orElse("").replaceFirst("^\\$ ", ""));

    assertThat(run.out()).isEqualTo(example.substring(example.indexOf('\n') + 1));
  }

  private static String block(String document, String kind) {
    return document.split("```" + kind + "\n", 2)[1].split("```", 2)[0];
  }

  private KextmRun run(String line) {
    List<String> words =
        List.of(line.replace("widget-mac", folder.resolve("mac").toString()).split(" ", -1));

    assertThat(words).startsWith("kextm");
    return KextmRun.of(words.subList(1, words.size()).toArray(String[]::new));
  }

  @Test
  void every_topic_is_in_the_table() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "doctor.md"));
    String table = document.split("## What is looked at\n", 2)[1].split("\n## ", 2)[0];

    assertThat(Topic.values()).allMatch(topic -> table.contains(topic.words()));
  }
}
