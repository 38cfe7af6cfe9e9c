package io.github.kextmanager.cli.mac;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("processes")
class InterruptOnExitTest {
  @Test
  void a_signal_interrupts_the_thread_and_waits_until_it_has_tidied_up() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes:target/test-classes",
                Worker.class.getName())
            .start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).isEqualTo("working");

    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();

    assertThat(out.readLine()).isEqualTo("tidied up");
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
  }

  /** Works until it is interrupted. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) {
      InterruptOnExit interrupt = InterruptOnExit.ofThisThread();
      try {
        System.out.println("working");
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      } catch (InterruptedException e) {
        interrupt.close();
        System.out.println("tidied up");
        Runtime.getRuntime().halt(130);
      }
    }
  }
}
