package io.github.kextmanager.testing;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.daemon.KextLoader;
import io.github.kextmanager.testing.daemon.Kextd;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.log.LogFilter;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.offline.SearchTools;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.testing.program.Chown;
import io.github.kextmanager.testing.program.Ditto;
import io.github.kextmanager.testing.program.Id;
import io.github.kextmanager.testing.program.Kextload;
import io.github.kextmanager.testing.program.KextloadInProcess;
import io.github.kextmanager.testing.program.KextloadShim;
import io.github.kextmanager.testing.program.Kextstat;
import io.github.kextmanager.testing.program.KextstatShim;
import io.github.kextmanager.testing.program.Kextunload;
import io.github.kextmanager.testing.program.KextunloadShim;
import io.github.kextmanager.testing.program.PlistBuddy;
import io.github.kextmanager.testing.program.Plutil;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.Sudo;
import io.github.kextmanager.testing.program.Sudoers;
import io.github.kextmanager.testing.program.SwVers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The programs that a simulated Mac has, by their absolute paths. */
final class Programs {
  private static final String USER = "user";

  private final Map<String, Program> byPath = new HashMap<>();
  private final FaultInjector faults;
  private final Function<String, Optional<Program>> others;

  /** Whether kextd is there. */
  enum Daemons {
    RUNNING,
    NONE
  }

  /** With others, which sudo finds where the Mac has none. */
  Programs(
      Machine machine,
      Caller caller,
      Daemons daemons,
      FaultInjector faults,
      Function<String, Optional<Program>> others) {
    this.faults = faults;
    this.others = others;
    if (machine.hasCollections()) {
      addShims(machine);
    } else {
      addTools(machine, daemons);
    }
    byPath.putAll(HostPrograms.of(machine));
    byPath.putAll(SearchTools.of(machine.platform(), machine.disk(), machine::kernel, this::find));
    add(ToolName.SW_VERS, new SwVers(machine.platform().release(), machine.build()));
    add(ToolName.SUDO, new Sudo(() -> sudoers(caller), USER, this::findForSudo));
    addForInstallers(machine);
    byPath.put("/usr/bin/id", new Id());
    byPath.put("/usr/bin/true", invocation -> 0);
  }

  /** Adds a program that answers from the test, or puts it in the place of another. */
  void add(Path executable, Function<List<String>, Reply.Result> answer) {
    byPath.put(
        executable.toString(),
        invocation -> {
          Reply.Result result = answer.apply(invocation.arguments());
          invocation.stdout().print(result.stdout());
          invocation.stderr().print(result.stderr());
          return result.status();
        });
  }

  private void addTools(Machine machine, Daemons daemons) {
    Platform platform = machine.platform();
    Signatures signatures = machine.signatures();
    KextLoader kextd =
        new FaultyKextd(
            new Kextd(
                platform,
                machine.disk(),
                machine::kernelRequests,
                machine::start,
                signatures,
                machine.authentication(),
                machine.log().sink(LogSource.KEXTD, LogFilter.DEFAULT)),
            faults);
    var withoutKextd =
        new KextloadInProcess(
            platform,
            machine::start,
            machine.disk(),
            machine::kernelRequests,
            new Staging(machine.disk(), signatures),
            machine.authentication());
    add(
        ToolName.KEXTLOAD,
        new Kextload(
            platform.release(),
            () -> Optional.of(kextd).filter(any -> isThere(daemons)),
            withoutKextd));
    add(ToolName.KEXTUNLOAD, new Kextunload(platform, machine.disk(), machine::kernelRequests));
    add(ToolName.KEXTSTAT, new Kextstat(platform, machine::kernelRequests));
    add(ToolName.KEXTUTIL, KextutilProgram.on(machine, () -> isThere(daemons)));
    add(ToolName.KEXTCACHE, KextcacheProgram.on(machine));
  }

  private void addShims(Machine machine) {
    var kmutil = HostPrograms.kmutil(machine);
    add(ToolName.KMUTIL, kmutil);
    add(ToolName.KEXTLOAD, new KextloadShim(kmutil));
    add(ToolName.KEXTUNLOAD, new KextunloadShim(kmutil));
    add(ToolName.KEXTSTAT, new KextstatShim(machine.platform(), machine::kernelRequests, kmutil));
    add(ToolName.KEXTUTIL, KextutilProgram.over(kmutil, machine));
    add(ToolName.KEXTCACHE, KextcacheProgram.over(kmutil, machine));
  }

  private boolean isThere(Daemons daemons) {
    return daemons == Daemons.RUNNING && !faults.kextdIsAbsent();
  }

  private Sudoers sudoers(Caller caller) {
    return faults.sudoAsks() ? Sudoers.ALLOWED_WITH_PASSWORD : caller.sudoers();
  }

  private void addForInstallers(Machine machine) {
    Disk disk = machine.disk().forCopying();
    byPath.put("/usr/sbin/chown", new Chown(disk));
    byPath.put("/usr/bin/ditto", new Ditto(disk));
    byPath.put("/usr/libexec/PlistBuddy", new PlistBuddy(disk));
    byPath.put("/usr/bin/plutil", new Plutil(disk));
  }

  /** Their absolute paths. */
  Set<String> paths() {
    return Set.copyOf(byPath.keySet());
  }

  private Optional<Program> findForSudo(String path) {
    return find(path).or(() -> others.apply(path));
  }

  Optional<Program> find(String path) {
    return Optional.ofNullable(byPath.get(path)).filter(any -> !faults.hides(path));
  }

  private void add(ToolName tool, Program program) {
    byPath.put(tool.path(), program);
  }
}
