package io.github.kextmanager.testing;

import static io.github.kextmanager.testing.Reply.exit;
import static io.github.kextmanager.testing.Reply.notStarted;
import static io.github.kextmanager.testing.Reply.timeout;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.contract.CommandRunnerContract;
import java.nio.file.Path;

class ScriptedCommandRunnerContractTest implements CommandRunnerContract {
  private static final CommandLine TOOL = CommandLine.of(Path.of("/sbin/kextload"));

  private final ScriptedCommandRunner runner = new ScriptedCommandRunner();

  @Override
  public CommandRunner runner() {
    return runner;
  }

  @Override
  public CommandLine exiting(int status) {
    return answeredBy(exit(status));
  }

  @Override
  public CommandLine writing(String stdout, String stderr) {
    return answeredBy(exit(0).stdout(stdout).stderr(stderr));
  }

  @Override
  public CommandLine endless() {
    return answeredBy(timeout());
  }

  @Override
  public CommandLine readingItsInput() {
    return answeredBy(exit(0));
  }

  @Override
  public CommandLine missing() {
    return answeredBy(notStarted("there is no such program"));
  }

  private CommandLine answeredBy(Reply reply) {
    runner.expect(TOOL).reply(reply);
    return TOOL;
  }
}
