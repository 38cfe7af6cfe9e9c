package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs the programs of a Mac as one user, and lets go wrong what a test wants to. */
final class Terminal {
  private final Programs programs;
  private final Caller caller;
  private final List<CommandLine> asked = new ArrayList<>();
  private final PlannedFaults faults = new PlannedFaults();
  private final Exchanges exchanges = new Exchanges();

  Terminal(Programs programs, Caller caller) {
    this.programs = programs;
    this.caller = caller;
  }

  CommandResult run(CommandLine command) {
    asked.add(command);
    try {
      CommandResult result = answer(command);
      exchanges.answered(result);
      return result;
    } catch (CommandNotStartedException e) {
      exchanges.notStarted(command, e.reason());
      throw e;
    }
  }

  private CommandResult answer(CommandLine command) {
    Program program =
        programs
            .find(command.executable().toString())
            .orElseThrow(
                () -> new CommandNotStartedException(command, "No such file or directory"));
    return faults
        .take(command)
        .map(fault -> FaultyRun.answer(fault, command, healthy -> execute(program, healthy)))
        .orElseGet(() -> execute(program, command));
  }

  private CommandResult execute(Program program, CommandLine command) {
    var stdout = new OutputStreamText();
    var stderr = new OutputStreamText();
    int status =
        program.run(
            new Invocation(
                command.executable().toString(),
                command.arguments(),
                command.environment(),
                caller.uid(),
                command.workingDirectory(),
                stdout,
                stderr));
    return Reply.exit(status).stdout(stdout.text()).stderr(stderr.text()).answer(command);
  }

  /** Lets something go wrong with the next command of a kind. */
  void plan(Predicate<CommandLine> which, Fault fault) {
    faults.plan(which, fault);
  }

  /** What was asked and answered so far, for people. */
  String transcript() {
    return exchanges.toString();
  }

  /** What was asked so far, in order. */
  List<CommandLine> commands() {
    return List.copyOf(asked);
  }
}
