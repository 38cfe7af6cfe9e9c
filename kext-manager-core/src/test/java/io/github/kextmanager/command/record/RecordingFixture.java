package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A recording made in a folder. */
record RecordingFixture(Path file, Redaction redaction) {
  static final RecordingHeader HEADER =
      new RecordingHeader(
          "test 1",
          "17 on Mac OS X 14.5, aarch64",
          Instant.parse("2026-11-22T16:04:49Z"),
          Optional.empty(),
          Optional.empty());

  static RecordingFixture in(Path folder) {
    return new RecordingFixture(folder.resolve("test.kextrec"), Redaction.none());
  }

  RecordingFixture redacting(Redaction redaction) {
    return new RecordingFixture(file, redaction);
  }

  Recorder recorder() {
    return Recorder.create(file, HEADER, redaction);
  }

  /** Records commands that are all answered by one runner. */
  Recording record(CommandRunner runner, CommandLine... commands) {
    try (Recorder recorder = recorder()) {
      for (CommandLine command : commands) {
        recorder.around(runner).run(command);
      }
    }
    return read();
  }

  Recording read() {
    return RecordingReader.read(file);
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
