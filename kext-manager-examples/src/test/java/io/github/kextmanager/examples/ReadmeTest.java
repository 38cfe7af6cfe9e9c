package io.github.kextmanager.examples;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show in Java stands in a program that is compiled, or in a test that runs. */
class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/simulated-mac.md"})
  void its_java_stands_in_the_examples(String page) throws IOException {
    String text = Files.readString(Path.of("..").resolve(page));
    List<String> blocks = JAVA_BLOCK.matcher(text).results().map(match -> match.group(1)).toList();
    String examples = sources();

    assertThat(blocks)
        .isNotEmpty()
        .allSatisfy(block -> assertThat(examples).contains(lines(block)));
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(ReadmeTest::read)
          .map(ReadmeTest::lines)
          .collect(joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }
}
