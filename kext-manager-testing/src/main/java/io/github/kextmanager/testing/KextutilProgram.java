package io.github.kextmanager.testing;

import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.offline.Kextutil;
import io.github.kextmanager.testing.offline.KextutilMac;
import io.github.kextmanager.testing.offline.KextutilShim;
import io.github.kextmanager.testing.program.Program;
import java.util.function.BooleanSupplier;

/** kextutil, as it is installed on a simulated Mac. */
final class KextutilProgram {
  private KextutilProgram() {}

  /** The tool itself. */
  static Program on(Machine machine, BooleanSupplier hasKextd) {
    return new Kextutil(mac(machine, hasKextd));
  }

  /** What is left of it over kmutil. */
  static Program over(Program kmutil, Machine machine) {
    return new KextutilShim(mac(machine, () -> false), kmutil);
  }

  static KextutilMac mac(Machine machine, BooleanSupplier hasKextd) {
    return new KextutilMac(
        machine.platform(),
        machine::start,
        machine.disk(),
        machine::kernelRequests,
        hasKextd,
        machine.signatures(),
        machine.authentication(),
        machine.consent());
  }
}
