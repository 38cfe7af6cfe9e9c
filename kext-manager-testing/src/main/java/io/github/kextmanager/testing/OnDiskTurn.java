package io.github.kextmanager.testing;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.HostFiles;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.policy.PolicyState;
import io.github.kextmanager.testing.program.Program;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A Mac on disk for as long as one process has it to itself. */
final class OnDiskTurn {
  /** They serve runners of commands; scripts need what the machine has under these names. */
  private static final Set<String> NOT_ON_DISK = Set.of("/usr/bin/id", "/usr/bin/true");

  /** Where scripts for a Mac look first, an ordinary Linux has a program of that name. */
  private static final Map<String, String> ALIASES = Map.of("/usr/bin/chown", "/usr/sbin/chown");

  private final Path folder;
  private final OnDiskState before;
  private final Machine machine;
  private final Terminal terminal;
  private final SimulatedMac mac;

  /** The turn of a process that is none of the Mac's own. */
  OnDiskTurn(Path folder, OnDiskState state) {
    this(folder, state, HostFiles.HIDDEN, state.caller(), path -> Optional.empty());
  }

  /** The turn of a program of the Mac. */
  OnDiskTurn(
      Path folder,
      OnDiskState state,
      HostFiles host,
      Caller caller,
      Function<String, Optional<Program>> others) {
    this.folder = folder;
    this.before = state;
    this.machine =
        Machine.resume(state.machine(), Disk.shared(folder, host), InstantSource.system());
    var board = new FaultBoard();
    state.faults().stream().map(PlannedFault::parse).forEach(board::plan);
    this.terminal =
        new Terminal(
            machine,
            caller,
            state.daemons(),
            board,
            path -> alias(path).or(() -> others.apply(path)));
    this.mac = new SimulatedMac(MacFolder.standing(folder), machine, terminal, board);
  }

  private Optional<Program> alias(String path) {
    return Optional.ofNullable(ALIASES.get(path)).flatMap(name -> terminal.programs().find(name));
  }

  SimulatedMac mac() {
    return mac;
  }

  OnDiskState state() {
    return new OnDiskState(machine.state(), before.caller(), before.daemons(), faults());
  }

  private List<String> faults() {
    return mac.faults().planned().stream().map(PlannedFault::toString).toList();
  }

  /** The programs that have a file, by the path of that file. */
  Map<String, String> programs() {
    Map<String, String> files = new TreeMap<>();
    terminal.programs().paths().stream()
        .filter(path -> !NOT_ON_DISK.contains(path))
        .forEach(path -> files.put(path, path));
    files.putAll(ALIASES);
    return files;
  }

  MacReport report() {
    PolicyState policy = machine.consent().state();
    return new MacReport(
        folder,
        machine.platform().release(),
        machine.build(),
        Chip.of(machine.platform().architecture()),
        machine.start() == Start.SAFE ? BootMode.SAFE : BootMode.NORMAL,
        machine.boot().session(),
        policy.approvedKexts(),
        policy.approvedTeams(),
        machine.consent().waiting(),
        faults(),
        mac.kernel());
  }
}
