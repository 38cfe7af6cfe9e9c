package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.testing.Programs.Daemons;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the programs of a Mac as one user, and lets go wrong what was planned. */
final class Terminal {
  private static final int SIGKILL = 9;

  private final Machine machine;
  private final Supplier<Programs> installation;
  private final Map<Path, Function<List<String>, Reply.Result>> added = new HashMap<>();
  private Programs programs;
  private final Caller caller;
  private final FaultInjector faults;
  private final List<CommandLine> asked = new ArrayList<>();
  private final Exchanges exchanges = new Exchanges();

  /** A terminal of a Mac where what is on the board goes wrong. */
  Terminal(Machine machine, Caller caller, Daemons daemons, FaultBoard board) {
    this(machine, caller, daemons, board, path -> Optional.empty());
  }

  /** With other programs, which sudo finds where the Mac has none. */
  Terminal(
      Machine machine,
      Caller caller,
      Daemons daemons,
      FaultBoard board,
      Function<String, Optional<Program>> others) {
    this.machine = machine;
    this.caller = caller;
    this.faults = new FaultInjector(board, machine);
    machine.putBeforeKernel(kernel -> new FaultyKernel(kernel, faults));
    this.installation = () -> new Programs(machine, caller, daemons, faults, others);
    this.programs = installation.get();
  }

  /** Those of the release that runs now. */
  Programs programs() {
    return programs;
  }

  /** Adds a program that answers from the test, or puts it in the place of another. */
  void add(Path executable, Function<List<String>, Reply.Result> answer) {
    added.put(executable, answer);
    programs.add(executable, answer);
  }

  /** Takes the programs of the release that runs now. */
  void reinstall() {
    programs = installation.get();
    added.forEach(programs::add);
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
    Optional<Fault.OfCommand> fault = faults.begin(command);
    try {
      var run = new FaultyRun(command, execution(command), time -> machine.clock().advance(time));
      return fault.map(run::disturbedBy).orElseGet(run::undisturbed);
    } catch (KernelPanicException panic) {
      faults.end();
      new PanicAftermath(machine).follow(panic);
      return Reply.signal(SIGKILL).answer(command);
    } finally {
      faults.end();
    }
  }

  private FaultyRun.Execution execution(CommandLine command) {
    String executable = command.executable().toString();
    Program program =
        programs
            .find(executable)
            .orElseThrow(
                () -> new CommandNotStartedException(command, "No such file or directory"));
    return (stdout, stderr) -> execute(program, command, stdout, stderr);
  }

  private int execute(
      Program program, CommandLine command, OutputStreamText stdout, OutputStreamText stderr) {
    return program.run(
        new Invocation(
            command.executable().toString(),
            command.arguments(),
            command.environment(),
            caller.uid(),
            command.workingDirectory(),
            stdout,
            stderr));
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
