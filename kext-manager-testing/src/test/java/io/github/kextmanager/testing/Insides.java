package io.github.kextmanager.testing;

import io.github.kextmanager.testing.machine.Machine;

/** What of a simulated Mac only its own tests may see. */
public final class Insides {
  private Insides() {}

  public static Machine of(SimulatedMac mac) {
    return mac.machine();
  }
}
