package io.github.kextmanager.testing;

import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.offline.Kextcache;
import io.github.kextmanager.testing.offline.KextcacheShim;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import io.github.kextmanager.testing.program.Program;

/** kextcache, as it is installed on a simulated Mac. */
final class KextcacheProgram {
  private KextcacheProgram() {}

  /** The tool itself. */
  static Program on(Machine machine) {
    return new Kextcache(KextutilProgram.mac(machine, () -> false), () -> protectsFiles(machine));
  }

  /** What is left of it over kmutil. */
  static Program over(Program kmutil, Machine machine) {
    return new KextcacheShim(
        KextutilProgram.mac(machine, () -> false),
        () -> protectsFiles(machine),
        () -> machine.boot().firmware(),
        kmutil);
  }

  private static boolean protectsFiles(Machine machine) {
    return machine.platform().release().isAtLeast(Releases.EL_CAPITAN)
        && !machine.boot().firmware().integrity().allows(Allowance.UNRESTRICTED_FILESYSTEM);
  }
}
