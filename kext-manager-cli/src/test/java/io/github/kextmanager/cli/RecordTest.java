package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingEnd;
import io.github.kextmanager.command.record.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  @TempDir private Path folder;

  @Test
  void records_what_was_asked_and_answered_and_answers_as_ever() {
    Path file = folder.resolve("list.kextrec");

    KextmRun run = KextmRun.of("list", "--simulate", "14", "--record", file.toString());

    Recording recording = RecordingReader.read(file);
    assertThat(run.out()).isEqualTo(KextmRun.of("list", "--simulate", "14").out());
    assertThat(run.err()).contains("recorded to " + file);
    assertThat(recording.end()).isEqualTo(RecordingEnd.CLOSED);
    assertThat(recording.commands())
        .extracting(recorded -> recorded.command().argv().get(0))
        .contains("/usr/bin/kmutil");
  }

  @Test
  void records_first_what_mac_it_is() {
    Path file = folder.resolve("list.kextrec");

    KextmRun.of("list", "--simulate", "14.4", "--record", file.toString());

    Recording recording = RecordingReader.read(file);
    assertThat(recording.release().map(Object::toString)).contains("14.4");
    assertThat(recording.commands())
        .extracting(recorded -> recorded.command().argv().get(0))
        .startsWith("/usr/bin/sw_vers", "/usr/bin/uname", "/usr/bin/csrutil");
  }

  @Test
  void says_in_the_recording_that_the_mac_was_simulated() {
    Path file = folder.resolve("list.kextrec");

    KextmRun.of("list", "--simulate", "14", "--record", file.toString());

    assertThat(RecordingReader.read(file).header().tool())
        .startsWith("kextm ")
        .endsWith(" on a simulated macOS 14");
  }

  @Test
  void overwrites_no_file_and_runs_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "precious");

    KextmRun run = KextmRun.of("list", "--simulate", "14", "--record", file.toString());

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("it exists, and a recording overwrites nothing");
    assertThat(file).hasContent("precious");
  }

  @Test
  void has_no_place_where_no_mac_is_reached() {
    KextmRun run = KextmRun.of("parse", "version", "--era", "classic", "--record", "x");

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.err()).contains("--record");
  }
}
