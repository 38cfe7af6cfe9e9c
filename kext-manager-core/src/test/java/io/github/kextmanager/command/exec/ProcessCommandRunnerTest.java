package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.contract.ProcessRunnerContract;
import java.time.Duration;

class ProcessCommandRunnerTest implements ProcessRunnerContract {
  private final CommandRunner runner = new ProcessCommandRunner(Duration.ofMillis(300));

  @Override
  public CommandRunner runner() {
    return runner;
  }
}
