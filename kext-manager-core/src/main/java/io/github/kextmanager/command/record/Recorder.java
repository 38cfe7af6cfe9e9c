package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is asked through it, and what comes back, to a file. Nothing that {@link Redaction}
 * names reaches the disk.
 *
 * <pre>{@code
 * try (var recorder =
 *     Recorder.create(
 *         Path.of("widget.kextrec"), RecordingHeader.of("my-installer 2.1"), Redaction.ofThisMachine())) {
 *   KextManager manager = KextManager.builder().decorator(recorder::around).build();
 *   manager.ensureLoaded(...);
 * }
 * }</pre>
 *
 * <p>A command is on the disk before it is started, so that whatever stops the machine is seen
 * there. Recording never changes what a caller sees: if the file cannot be written any more, the
 * commands go on, and {@link #close} says that the recording is not whole.
 *
 * <p>Safe for use by many threads; the blocks of commands that run at the same time stand one after
 * the other, with the numbers that belong together.
 */
public final class Recorder implements AutoCloseable {
  private final Path path;
  private final RecordingFile file;
  private final BlockWriter blocks;
  private final long start = System.nanoTime();
  private int commands;
  private boolean closed;
  private @Nullable IOException failure;

  Recorder(Path path, RecordingFile file, Redaction redaction) {
    this.path = path;
    this.file = file;
    this.blocks = new BlockWriter(new Redactor(redaction));
  }

  /**
   * Begins a recording.
   *
   * @param file the file to write, which must not exist; only its owner will be able to read it
   * @param header what is known of the whole
   * @param redaction what must not be in it
   * @return a recorder, to be closed
   * @throws RecordingException if the file exists, is a symbolic link, or cannot be made or written
   */
  public static Recorder create(Path file, RecordingHeader header, Redaction redaction) {
    var recorder = new Recorder(file, RecordingFile.create(file), redaction);
    recorder.append(recorder.blocks.header(header));
    if (recorder.failure != null) {
      recorder.close();
    }
    return recorder;
  }

  /**
   * A runner that records what it asks of another one.
   *
   * @param runner what runs the commands
   * @return a runner that answers as the other one does
   */
  public CommandRunner around(CommandRunner runner) {
    return new RecordingCommandRunner(this, runner);
  }

  /**
   * Writes a command that is about to be started.
   *
   * @return its number
   * @throws IllegalStateException if the recorder has been closed
   */
  synchronized int asked(CommandLine command) {
    if (closed) {
      throw new IllegalStateException(
          "The recording %s has been closed; nothing more can be asked through it."
              .formatted(path));
    }
    commands++;
    append(blocks.asked(commands, Duration.ofMillis(sinceStart().toMillis()), command));
    return commands;
  }

  /** Writes what came of a command; of one that outlived the recording, nothing. */
  synchronized void answered(int number, RecordedAnswer answer) {
    if (!closed) {
      append(blocks.answered(number, answer));
    }
  }

  /** After a failure nothing more is written: half a block in the middle could not be read. */
  private void append(String block) {
    if (failure != null) {
      return;
    }
    try {
      file.append(block);
    } catch (IOException e) {
      failure = e;
    }
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Ends the recording.
   *
   * @throws RecordingException if it could not be written, or not to its end
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    append("\n" + Syntax.CLOSED + "\n");
    closed = true;
    try {
      file.close();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      throw new RecordingException(
          "The recording %s is not whole: the operating system said \"%s\"."
              .formatted(path, failure.getMessage()),
          failure);
    }
  }
}
