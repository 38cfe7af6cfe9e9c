package io.github.kextmanager.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.journal.JournalEvent.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A journal that a stopped process holds: a real one, which no signal but SIGKILL ends. */
@Tag("processes")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JournalLockTest {
  private static final List<JournalEntry> ENTRY =
      List.of(
          new JournalEntry(Instant.EPOCH, Optional.empty(), "a test", new Ended(new UUID(0, 1))));

  @TempDir Path folder;
  private Process holder;

  @BeforeEach
  void stopAProcessThatHoldsTheLock() throws Exception {
    holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath().toString(),
                Holder.class.getName(),
                lockFile().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out = new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8));
    assertThat(out.readLine()).isEqualTo("locked");
    signal("-STOP");
  }

  /** Where the class file lies, which is not where its module does if that was patched. */
  private static Path classPath() throws URISyntaxException {
    URL file = Objects.requireNonNull(Holder.class.getResource("JournalLockTest$Holder.class"));
    Path folder = Path.of(file.toURI());
    for (int i = 0; i <= Holder.class.getPackageName().split("\\.", -1).length; i++) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  @AfterEach
  void end() throws InterruptedException {
    holder.destroyForcibly().waitFor();
  }

  private Path file() {
    return folder.resolve("journal");
  }

  private Path lockFile() {
    return folder.resolve("journal.lock");
  }

  private void signal(String which) throws Exception {
    assertThat(
            new ProcessBuilder("sh", "-c", "kill " + which + " " + holder.pid()).start().waitFor())
        .isZero();
  }

  @Test
  void a_stopped_process_is_waited_for_no_longer_than_there_is_patience() {
    var journal = new Journal(file(), Duration.ofMillis(100));

    assertThatThrownBy(() -> journal.append(ENTRY))
        .isInstanceOf(JournalException.class)
        .hasMessage(
            "The journal %s could not be written within PT0.1S: another process holds the lock on"
                + " %s; lsof tells which.",
            file(), lockFile());
    assertThat(file()).doesNotExist();
  }

  @Test
  void an_interrupt_ends_the_waiting() throws Exception {
    var journal = new Journal(file(), Duration.ofMinutes(1));
    Thread waiting = Thread.currentThread();
    var interrupter =
        new Thread(
            () -> {
              while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              waiting.interrupt();
            });
    interrupter.start();

    assertThatThrownBy(() -> journal.append(ENTRY)).isInstanceOf(InterruptedException.class);

    interrupter.join();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(file()).doesNotExist();
  }

  @Test
  void an_interrupt_from_before_does_not() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new Journal(file(), Duration.ofMillis(100)).append(ENTRY))
        .isInstanceOf(JournalException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void the_lock_is_there_again_when_its_process_has_ended() throws Exception {
    holder.destroyForcibly().waitFor();

    new Journal(file(), Duration.ofSeconds(30)).append(ENTRY);

    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  /** Takes a lock, says so, and keeps it. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (FileChannel channel =
              FileChannel.open(
                  Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        System.out.println(lock.isValid() ? "locked" : "not locked");
        // Until whoever started this process ends it, or is no more.
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}
