package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/doctor.md shows is what kextm says. */
class DoctorDocumentTest {
  private static final String PROMPT = "$ kextm ";

  @TempDir Path root;

  @Test
  void the_example_is_what_kextm_says() throws IOException {
    TestKext.named("com.example.Widget").writeTo(root);
    String document = Files.readString(Path.of("..", "docs", "doctor.md"));
    String example = document.split("```console\n", 2)[1].split("```", 2)[0];
    List<String> words =
        new ArrayList<>(List.of(example.lines().findFirst().orElse("").split(" ")));

    List<String> command = words.subList(2, words.size());
    command.addAll(List.of("--root", root.toString()));
    KextmRun run = KextmRun.of(command.toArray(String[]::new));

    assertThat(example).startsWith(PROMPT);
    assertThat(run.out()).isEqualTo(example.substring(example.indexOf('\n') + 1));
  }

  @Test
  void every_topic_is_in_the_table() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "doctor.md"));
    String table = document.split("## What is looked at\n", 2)[1].split("\n## ", 2)[0];

    assertThat(Topic.values()).allMatch(topic -> table.contains(topic.words()));
  }
}
