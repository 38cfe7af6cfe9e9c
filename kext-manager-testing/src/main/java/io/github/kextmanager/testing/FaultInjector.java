package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.testing.disk.Disk.Space;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.verdict.OsReturn;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets planned faults strike: it knows which one strikes the command that is running, and is asked
 * wherever something can go wrong. While nothing runs, nothing goes wrong.
 *
 * <p>Not safe for use by multiple threads.
 */
final class FaultInjector {
  private final FaultBoard board;
  private final Machine machine;
  private final Events events;
  private Optional<StrikingFault> striking = Optional.empty();
  private boolean running;
  private boolean inDaemon;

  FaultInjector(FaultBoard board, Machine machine) {
    this.board = board;
    this.machine = machine;
    this.events = new Events(machine);
  }

  /** Returns the fault that strikes the run itself, if one does. */
  Optional<Fault.OfCommand> begin(CommandLine command) {
    board.takeEvents(command, machine.clock().instant()).forEach(events::happen);
    striking = board.takeForRun(command);
    running = true;
    if (isStruckBy(Fault.DiskFull.class)) {
      machine.disk().leave(Space.NONE);
    }
    return striking
        .map(StrikingFault::fault)
        .filter(Fault.OfCommand.class::isInstance)
        .map(Fault.OfCommand.class::cast);
  }

  void end() {
    machine.disk().leave(Space.ENOUGH);
    striking = Optional.empty();
    running = false;
    inDaemon = false;
  }

  private boolean isStruckBy(Class<? extends Fault> kind) {
    return striking.map(StrikingFault::fault).filter(kind::isInstance).isPresent();
  }

  boolean hides(String program) {
    return striking.filter(fault -> fault.hides(program)).isPresent();
  }

  boolean sudoAsks() {
    return isStruckBy(Fault.SudoAsks.class);
  }

  Optional<Fault.OfKernel> onKernel(KernelRequest request) {
    return running
        ? striking.flatMap(fault -> fault.onKernel(request)).or(() -> board.takeForKernel(request))
        : Optional.empty();
  }

  boolean kextdIsAbsent() {
    return isStruckBy(Fault.KextdAbsent.class);
  }

  /** What kextd answers to a request, if anything but its own answer. */
  Optional<OsReturn> codeOfKextd() {
    return striking.flatMap(StrikingFault::codeOfKextd).or(board::takeForKextd);
  }

  /** Which process has the kernel start kexts. */
  String loader() {
    if (machine.hasCollections()) {
      return "kernelmanagerd";
    }
    return inDaemon ? "kextd" : "kextload";
  }

  /** Counts a request by a program that must be root. A daemon of its own keeps its rights. */
  boolean lacksPermission() {
    return !inDaemon && striking.filter(StrikingFault::lacksPermission).isPresent();
  }

  /** What the kernel says to a program that lacks them. */
  OsReturn withoutRoot() {
    return machine.hasCollections() ? KernelReturn.NOT_PRIVILEGED : KernelReturn.IO_NOT_PRIVILEGED;
  }

  <T> T asDaemon(Supplier<T> work) {
    inDaemon = true;
    try {
      return work.get();
    } finally {
      inDaemon = false;
    }
  }
}
