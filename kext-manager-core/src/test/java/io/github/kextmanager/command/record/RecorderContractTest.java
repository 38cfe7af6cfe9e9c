package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.contract.CommandRunnerContract;
import io.github.kextmanager.command.exec.ProcessCommandRunner;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class RecorderContractTest implements CommandRunnerContract {
  @TempDir private Path folder;

  private @Nullable Recorder recorder;
  private CommandRunner runner = new ProcessCommandRunner();

  @BeforeEach
  void record() {
    recorder = RecordingFixture.in(folder).redacting(Redaction.ofThisMachine()).recorder();
    runner = recorder.around(new ProcessCommandRunner());
  }

  @AfterEach
  void close() {
    if (recorder != null) {
      recorder.close();
    }
  }

  @Override
  public CommandRunner runner() {
    return runner;
  }

  @Override
  public CommandLine exiting(int status) {
    return shell("exit " + status);
  }

  @Override
  public CommandLine writing(String stdout, String stderr) {
    return CommandLine.of(
        Path.of("/bin/sh"), "-c", "printf %s \"$1\"; printf %s \"$2\" >&2", "sh", stdout, stderr);
  }

  @Override
  public CommandLine endless() {
    return shell("exec sleep 1000");
  }

  @Override
  public CommandLine readingItsInput() {
    return shell("exec cat");
  }

  @Override
  public CommandLine missing() {
    return CommandLine.of(Path.of("/no/such/program"));
  }

  private static CommandLine shell(String script) {
    return CommandLine.of(Path.of("/bin/sh"), "-c", script);
  }
}
