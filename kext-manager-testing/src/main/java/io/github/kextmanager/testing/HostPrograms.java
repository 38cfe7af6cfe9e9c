package io.github.kextmanager.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.codesign.Codesign;
import io.github.kextmanager.testing.database.Sqlite;
import io.github.kextmanager.testing.database.Sqlite.Engine;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.Kmutil;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.offline.Kextlibs;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.system.Bputil;
import io.github.kextmanager.testing.system.Csrutil;
import io.github.kextmanager.testing.system.Dmesg;
import io.github.kextmanager.testing.system.Ioreg;
import io.github.kextmanager.testing.system.KernelIdentity;
import io.github.kextmanager.testing.system.KextPolicyTables;
import io.github.kextmanager.testing.system.Nvram;
import io.github.kextmanager.testing.system.Profiles;
import io.github.kextmanager.testing.system.Spctl;
import io.github.kextmanager.testing.system.Sysctl;
import io.github.kextmanager.testing.system.SystemExtensionsControl;
import io.github.kextmanager.testing.system.SystemProfiler;
import io.github.kextmanager.testing.system.SystemVariables;
import io.github.kextmanager.testing.system.Uname;
import io.github.kextmanager.testing.unifiedlog.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The programs with which a Mac tells what it is, each from the release on that brought it. */
final class HostPrograms {
  private static final MacOsVersion UNIFIED_LOG = new MacOsVersion(10, 12, 0);

  private final Machine machine;
  private final Map<String, Program> byPath = new HashMap<>();

  private HostPrograms(Machine machine) {
    this.machine = machine;
  }

  static Map<String, Program> of(Machine machine) {
    var programs = new HostPrograms(machine);
    programs.add();
    return programs.byPath;
  }

  static Program kmutil(Machine machine) {
    return new Kmutil(
        new Kmutil.Surroundings(
            machine.platform(),
            machine.build(),
            machine.disk(),
            machine.kernelManager(),
            machine::kernelRequests,
            log(machine),
            new Kextlibs(machine.platform(), machine.disk())));
  }

  /** Made up, but the same for the same kexts; none if no kext is mapped. */
  private static Optional<UUID> auxiliaryCollection(Machine machine) {
    if (!machine.hasCollections()) {
      return Optional.empty();
    }
    String kexts = machine.kernelManager().pendingChange().present().toString();
    return kexts.equals("[]")
        ? Optional.empty()
        : Optional.of(UUID.nameUUIDFromBytes(kexts.getBytes(UTF_8)));
  }

  private static Log log(Machine machine) {
    return new Log(
        machine.platform().release(),
        machine.log()::entries,
        machine.clock(),
        () -> machine.boot().session());
  }

  private void add() {
    MacOsVersion release = machine.platform().release();
    var kernel = new KernelIdentity(machine.platform(), DarwinVersion.of(release));
    Supplier<UUID> session = () -> machine.boot().session();
    Supplier<Firmware> started = () -> machine.boot().firmware();
    Supplier<SystemIntegrity> integrity = () -> started.get().integrity();
    put(Releases.SNOW_LEOPARD, Uname.PATH, new Uname(kernel));
    put(
        Releases.SNOW_LEOPARD,
        Sysctl.PATH,
        new Sysctl(
            new SystemVariables(
                kernel,
                machine.build(),
                session,
                machine::start,
                started,
                () -> auxiliaryCollection(machine))));
    put(Releases.SNOW_LEOPARD, Nvram.PATH, new Nvram(machine::firmware, machine::changeFirmware));
    put(
        Releases.SNOW_LEOPARD,
        Codesign.PATH,
        new Codesign(machine.disk(), machine.platform().architecture()));
    put(Releases.EL_CAPITAN, Csrutil.PATH, new Csrutil(machine.platform(), integrity));
    put(Releases.SNOW_LEOPARD, Dmesg.PATH, new Dmesg(machine.log()::entries, session));
    put(Releases.SNOW_LEOPARD, Ioreg.PATH, new Ioreg(() -> machine.kernel().state()));
    put(UNIFIED_LOG, Log.PATH, log(machine));
    put(Releases.HIGH_SIERRA, Spctl.PATH, new Spctl(() -> started.get().consent()));
    put(
        Releases.HIGH_SIERRA,
        Sqlite.PATH,
        new Sqlite(
            release,
            machine.disk(),
            () -> KextPolicyTables.of(machine.consent().state()),
            Engine.REAL_IF_INSTALLED));
    put(
        Releases.HIGH_SIERRA,
        Profiles.PATH,
        new Profiles(release, () -> machine.consent().state()));
    put(Releases.CATALINA, SystemExtensionsControl.PATH, new SystemExtensionsControl(integrity));
    put(Releases.BIG_SUR, Bputil.PATH, new Bputil(kernel, started));
    put(Releases.SNOW_LEOPARD, SystemProfiler.PATH, new SystemProfiler(kernel, session, started));
  }

  private void put(MacOsVersion from, String path, Program program) {
    if (machine.platform().release().isAtLeast(from)) {
      byPath.put(path, program);
    }
  }
}
