package io.github.kextmanager.testing.replay;

import static io.github.kextmanager.testing.Reply.exit;
import static io.github.kextmanager.testing.Reply.notStarted;
import static io.github.kextmanager.testing.Reply.timeout;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.contract.CommandRunnerContract;
import io.github.kextmanager.command.record.Recorder;
import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingHeader;
import io.github.kextmanager.command.record.RecordingReader;
import io.github.kextmanager.command.record.Redaction;
import io.github.kextmanager.testing.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A replayed recording of a runner keeps what the runner keeps. */
class ReplayingCommandRunnerContractTest implements CommandRunnerContract {
  private static final CommandLine TOOL = CommandLine.of(Path.of("/sbin/kextload"));

  @TempDir private Path folder;

  private Recording recording = Recordings.of();

  private int recordings;

  @Override
  public CommandRunner runner() {
    // Asked for before the command is known.
    return command -> ReplayingCommandRunner.inOrder(recording).run(command);
  }

  @Override
  public CommandLine exiting(int status) {
    return recorded(exit(status));
  }

  @Override
  public CommandLine writing(String stdout, String stderr) {
    return recorded(exit(0).stdout(stdout).stderr(stderr));
  }

  @Override
  public CommandLine endless() {
    return recorded(timeout());
  }

  @Override
  public CommandLine readingItsInput() {
    return recorded(exit(0));
  }

  @Override
  public CommandLine missing() {
    return recorded(notStarted("there is no such program"));
  }

  private CommandLine recorded(Reply reply) {
    Path file = folder.resolve(recordings++ + ".kextrec");
    try (Recorder recorder = Recorder.create(file, RecordingHeader.of("test"), Redaction.none())) {
      recorder.around(reply::answer).run(TOOL);
    } catch (CommandNotStartedException recorded) {
      // That is what is to be replayed.
    }
    recording = RecordingReader.read(file);
    return TOOL;
  }
}
