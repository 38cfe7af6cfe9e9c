package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.TestKext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C while kextm waits for an approval: a real process, and a real signal. */
@Tag("processes")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptedWaitTest {
  private static final String WIDGET = "/Library/Extensions/Widget.kext";

  @TempDir Path folder;
  private Process kextm;

  @BeforeEach
  void startWaiting() throws IOException {
    assertThat(KextmRun.with("", "mac", "new", "10.15.7", mac()).status()).isZero();
    TestKext.named("com.example.Widget").signedBy("ABCDE12345").writeTo(Path.of(mac()));
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("jdk.module.path", "")
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                Main.class.getName()));
    words.addAll(List.of("load", WIDGET, "--wait", "1h", "--verbose", "--json"));
    words.addAll(List.of("--mac", mac(), "--journal", journal()));
    kextm = new ProcessBuilder(words).redirectOutput(folder.resolve("out").toFile()).start();
    var err = new BufferedReader(new InputStreamReader(kextm.getErrorStream(), UTF_8));
    String line = err.readLine();
    while (line != null && !line.contains("waiting for")) {
      line = err.readLine();
    }
    assertThat(line).isNotNull();
  }

  @AfterEach
  void end() throws InterruptedException {
    kextm.destroyForcibly().waitFor();
  }

  private String mac() {
    return folder.resolve("mac").toString();
  }

  private String journal() {
    return folder.resolve("journal").toString();
  }

  private void signal(String which) throws Exception {
    assertThat(
            new ProcessBuilder("sh", "-c", "kill " + which + " " + kextm.pid()).start().waitFor())
        .isZero();
    assertThat(kextm.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private KextmRun owed() {
    return KextmRun.with("", "owed", "--json", "--mac", mac(), "--journal", journal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-INT", "-TERM"})
  void a_signal_ends_the_waiting_with_what_is_known(String which) throws Exception {
    signal(which);

    assertThat(kextm.exitValue()).isEqualTo(130);
    assertThat(Files.readString(folder.resolve("out"))).contains("\"outcome\":\"DEFERRED\"");
    assertThat(owed().status()).isEqualTo(27);
  }

  @Test
  void what_is_owed_is_remembered_of_a_process_that_was_killed() throws Exception {
    signal("-KILL");

    KextmRun owed = owed();
    assertThat(owed.status()).isEqualTo(27);
    assertThat(owed.out()).contains("\"standing\":\"STILL_OWED\"").contains("\"interrupted\":[]");
  }
}
