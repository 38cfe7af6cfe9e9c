package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.kextmanager.testing.TestKext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows of kextm is run, on a simulated Mac where it would need a real one. */
@Tag("processes")
class ReadmeCommandsTest {
  private static final String KEXTM =
      """
      kextm() {
        case "$*" in
          parse*|explain*|mac*|*--simulate-from*) "$LAUNCHER" "$@" ;;
          inspect*|check*|resolve*|graph*) "$LAUNCHER" "$@" --root "$PWD" ;;
          *) "$LAUNCHER" "$@" --simulate 14 --root . ;;
        esac
      }
      """;

  /** What runs anywhere begins with this, in one folder. */
  private static final String FIRST = "kextm mac new 14 mac";

  /** How each of those lines ends. */
  private static final List<Integer> STATUSES = List.of(0, 0, 27, 27, 0, 28);

  @TempDir Path folder;

  static List<String> commands() throws IOException {
    List<String> withoutMac = withoutMac();
    return linesOfKextm().filter(line -> !withoutMac.contains(line)).toList();
  }

  private static List<String> withoutMac() throws IOException {
    return linesOfKextm().dropWhile(line -> !line.equals(FIRST)).limit(STATUSES.size()).toList();
  }

  private static Stream<String> linesOfKextm() throws IOException {
    return Files.readString(Path.of("..", "README.md"))
        .lines()
        .filter(line -> line.startsWith("kextm "));
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("paste.txt"), Tables.CATALINA);
    Files.writeString(folder.resolve("kextstat-of-a-customer.txt"), Tables.CATALINA);
    TestKext.named("com.example.Widget").codeless().writeTo(folder);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_of_the_readme_does_what_it_is_shown_for(String command) throws Exception {
    KextmRun run = shell(command);

    assertThat(run.status()).as(run.err()).isIn(0, 27);
    assertThat(run.out()).isNotEmpty();
    assertThat(run.err()).isEmpty();
    if (command.contains("--json")) {
      assertThat(run.out().lines())
          .allSatisfy(line -> assertThat(JsonParser.parseString(line).isJsonObject()).isTrue());
    }
  }

  @Test
  void what_runs_anywhere_runs_as_it_stands() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (String line : withoutMac()) {
      statuses.add(shell(line.replaceFirst("^kextm", "\"\\$LAUNCHER\"")).status());
    }

    assertThat(statuses).isEqualTo(STATUSES);
  }

  private KextmRun shell(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", KEXTM + command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .put("LAUNCHER", Path.of("target/kextm/bin/kextm").toAbsolutePath().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new KextmRun(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
