package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ProductVersion;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.record.Recorder;
import io.github.kextmanager.command.record.RecordingException;
import io.github.kextmanager.command.record.RecordingHeader;
import io.github.kextmanager.command.record.Redaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The recording of one run. It begins when there is a Mac to record. */
final class RunRecording implements UnaryOperator<CommandRunner>, AutoCloseable {
  /** What a reader of any recording wants to know first. None of it changes anything. */
  private static final List<CommandLine> FACTS =
      List.of(
          CommandLine.of(Path.of("/usr/bin/sw_vers")),
          CommandLine.of(Path.of("/usr/bin/uname"), "-m"),
          CommandLine.of(Path.of("/usr/bin/csrutil"), "status"));

  private final Path file;
  private final String tool;
  private final Console console;
  private @Nullable Recorder recorder;

  private RunRecording(Path file, String tool, Console console) {
    this.file = file;
    this.tool = tool;
    this.console = console;
  }

  /** The recording that the options ask for, if they do. */
  static Optional<RunRecording> of(GlobalOptions options, String where, Console console) {
    if (options.record().isEmpty()) {
      return Optional.empty();
    }
    String tool = "kextm " + ProductVersion.text() + where;
    return Optional.of(new RunRecording(options.record().get(), tool, console));
  }

  @Override
  public CommandRunner apply(CommandRunner runner) {
    Recorder begun;
    try {
      begun = Recorder.create(file, RecordingHeader.of(tool), Redaction.ofThisMachine());
    } catch (RecordingException e) {
      throw new UsageException("--record: " + e.getMessage());
    }
    recorder = begun;
    CommandRunner recording = begun.around(runner);
    FACTS.forEach(fact -> ask(fact, recording));
    return recording;
  }

  private static void ask(CommandLine fact, CommandRunner recording) {
    try {
      recording.run(fact);
    } catch (CommandNotStartedException e) {
      // That this Mac has no such tool is in the recording.
    }
  }

  /** A recording that could not be written to its end changes nothing of what was done. */
  @Override
  public void close() {
    if (recorder == null) {
      return;
    }
    try {
      recorder.close();
      console.say("kextm: recorded to " + file + "; look it through before you show it to anybody");
    } catch (RecordingException e) {
      console.complain("kextm: " + e.getMessage());
    }
  }
}
