package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.contract.CommandRunnerContract;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Fault.Work;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A simulated Mac can stand in for a runner of real processes. */
class SimulatedMacContractTest implements CommandRunnerContract {
  private static final CommandLine LOOK = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");

  private static final Path WRITER = Path.of("/usr/local/bin/writer");

  private final SimulatedMac mac =
      SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
          .program(WRITER, words -> Reply.exit(0).stdout(words.get(0)).stderr(words.get(1)))
          .build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Override
  public CommandRunner runner() {
    return mac;
  }

  @Override
  public CommandLine exiting(int status) {
    mac.nextCommand(new Fault.SilentExit(status));
    return LOOK;
  }

  @Override
  public CommandLine writing(String stdout, String stderr) {
    return CommandLine.of(WRITER, stdout, stderr);
  }

  @Override
  public CommandLine endless() {
    mac.nextCommand(new Fault.Hang(Work.UNDONE));
    return LOOK;
  }

  @Override
  public CommandLine readingItsInput() {
    return LOOK;
  }

  @Override
  public CommandLine missing() {
    return CommandLine.of(Path.of("/usr/bin/no-such-program"));
  }

  @Override
  public IntStream statuses() {
    return IntStream.of(0, 1, 27, 71, 255);
  }
}
