package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;

/** What a command answers when something goes wrong with it. */
final class FaultyRun {
  private FaultyRun() {}

  static CommandResult answer(Fault fault, CommandLine command, CommandRunner healthy) {
    if (fault instanceof Fault.Hang hang) {
      doUnlessUndone(hang.work(), command, healthy);
      return Reply.timeout().answer(command);
    }
    if (fault instanceof Fault.Killed killed) {
      doUnlessUndone(killed.work(), command, healthy);
      return Reply.signal(killed.signal()).answer(command);
    }
    if (fault instanceof Fault.SilentExit exit) {
      return Reply.exit(exit.status()).answer(command);
    }
    CommandResult whole = healthy.run(command);
    int arriving = ((Fault.TruncatedOutput) fault).bytes();
    return new CommandResult(
        command,
        whole.termination(),
        CappedOutput.of(whole.stdout().text(), arriving),
        whole.stderr(),
        whole.elapsed());
  }

  private static void doUnlessUndone(Fault.Work work, CommandLine command, CommandRunner healthy) {
    if (work == Fault.Work.DONE) {
      healthy.run(command);
    }
  }
}
