package io.github.kextmanager.examples.recording;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.KextManagerBuilder;
import io.github.kextmanager.command.record.Recorder;
import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingHeader;
import io.github.kextmanager.command.record.RecordingReader;
import io.github.kextmanager.command.record.Redaction;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.testing.replay.ReplayingCommandRunner;
import java.nio.file.Path;

/** Takes a look at a Mac home: recorded there, repeated anywhere. */
public final class RecordedLook {
  private RecordedLook() {}

  /** On the Mac, for example with {@code KextManager.builder()}. */
  public static KextSnapshot record(KextManagerBuilder mac, Path file) {
    RecordingHeader header = RecordingHeader.of("RecordedLook 1.0");
    try (var recorder = Recorder.create(file, header, Redaction.ofThisMachine())) {
      return mac.decorator(recorder::around).build().snapshot();
    }
  }

  /** Anywhere. What is asked must be what was asked then, in the same order. */
  public static KextSnapshot replay(Path file) {
    Recording recording = RecordingReader.read(file);
    try (var runner = ReplayingCommandRunner.inOrder(recording)) {
      return KextManager.builder().runner(runner).build().snapshot();
    }
  }

  /** Shows what was loaded when a recording was made. */
  public static void main(String[] arguments) {
    replay(Path.of(arguments[0])).kexts().forEach(System.out::println);
  }
}
