package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.macho.MachO.Unreadable;
import io.github.kextmanager.macho.MachO.Unreadable.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegularFileTest {
  @TempDir Path folder;

  @Test
  void is_read() throws IOException {
    Path file = Files.write(folder.resolve("file"), Code.x86().padding(200_000).build());

    assertThat(MachOReader.read(file).architectureNames()).containsExactly("x86_64");
  }

  @Test
  void that_is_missing_is_told() {
    assertThat(fault(folder.resolve("none"))).isEqualTo(Fault.MISSING);
  }

  @Test
  void is_not_a_folder() {
    assertThat(fault(folder)).isEqualTo(Fault.NOT_A_FILE);
  }

  @Test
  void is_not_a_link() throws IOException {
    Path file = Files.write(folder.resolve("file"), Code.x86().build());

    assertThat(fault(Files.createSymbolicLink(folder.resolve("link"), file)))
        .isEqualTo(Fault.NOT_A_FILE);
  }

  @Test
  void is_not_a_pipe_which_nobody_waits_for() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(makesPipe(pipe), "there is no mkfifo here");

    assertThat(fault(pipe)).isEqualTo(Fault.NOT_A_FILE);
  }

  @Test
  void that_becomes_shorter_while_it_is_read_is_told() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[100_000]);

    Object answer =
        RegularFile.<Object>read(
            file,
            bytes -> {
              Files.write(file, new byte[10]);
              return bytes.read(90_000, 10);
            },
            Unreadable::fault);

    assertThat(answer).isEqualTo(Fault.CHANGED);
  }

  @Test
  void that_is_replaced_while_it_is_read_is_told() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[100]);
    Path other = Files.write(folder.resolve("other"), new byte[100]);

    Object answer =
        RegularFile.<Object>read(
            file, bytes -> Files.move(other, replaced(file)), Unreadable::fault);

    assertThat(answer).isEqualTo(Fault.CHANGED);
  }

  private static Path replaced(Path file) throws IOException {
    Files.delete(file);
    return file;
  }

  private static boolean makesPipe(Path pipe) throws InterruptedException {
    try {
      Process process = new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Fault fault(Path path) {
    return ((Unreadable) MachOReader.read(path)).fault();
  }
}
