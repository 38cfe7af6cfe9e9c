package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page about the simulated Mac shows of shells is run, line by line. A number behind
 * {@code #} is the status that a line must end with, else that is 0.
 */
@Tag("processes")
class SimulatedMacPageTest {
  private static final Path PAGE = Path.of("..", "docs", "simulated-mac.md");
  private static final Pattern BLOCK =
      Pattern.compile("```sh( [\\w.]+)?\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern STATUS = Pattern.compile("# (\\d+):");

  @TempDir Path folder;

  @BeforeEach
  void write_the_script_that_is_shown() throws IOException {
    for (String[] block : blocks()) {
      if (!block[0].isEmpty()) {
        Files.writeString(folder.resolve(block[0]), block[1]);
      }
    }
  }

  @Test
  void every_line_does_what_it_is_shown_for() throws Exception {
    assumeTrue(
        works("unshare", "-m", "true") || works("unshare", "-rm", "true"),
        "no mount namespace is permitted here");

    assertThat(run(line -> true)).isEmpty();
  }

  @Test
  void where_no_namespace_is_permitted_every_other_line_does() throws Exception {
    assertThat(run(line -> !line.contains("mac enter"))).isEmpty();
  }

  private String run(Predicate<String> chosen) throws Exception {
    String script =
        "PATH=\"$KEXTM_BIN:$PATH\"\n"
            + blocks().stream()
                .filter(block -> block[0].isEmpty())
                .flatMap(block -> block[1].lines())
                .filter(chosen)
                .map(SimulatedMacPageTest::checked)
                .collect(Collectors.joining("\n"));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("KEXTM_BIN", Path.of("target/kextm/bin").toAbsolutePath().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(said, UTF_8);
    return process.exitValue() == 0 ? "" : lines.get(lines.size() - 1);
  }

  private static String checked(String line) {
    Matcher status = STATUS.matcher(line);
    String expected = status.find() ? status.group(1) : "0";
    return "%s\ns=$?; [ $s -eq %s ] || { echo \"$s: \"'%s'; exit 99; }"
        .formatted(line, expected, line.replace("'", "'\\''"));
  }

  /** Those of the section: the name of the file that one shows, if any, and what it holds. */
  private static List<String[]> blocks() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("## In a script, or in any other language");
    String section = page.substring(begin, page.indexOf("\n## ", begin));
    return BLOCK
        .matcher(section)
        .results()
        .map(
            block ->
                new String[] {block.group(1) == null ? "" : block.group(1).strip(), block.group(2)})
        .toList();
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
