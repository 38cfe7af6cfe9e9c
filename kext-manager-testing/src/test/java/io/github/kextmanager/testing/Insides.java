package io.github.kextmanager.testing;

import io.github.kextmanager.testing.machine.Machine;

/** What of a simulated Mac only its own tests may see. */
public final class Insides {
  private Insides() {}

  @SuppressWarnings("exports") // Tests in other packages of this module use it, and nobody else.
  public static Machine of(SimulatedMac mac) {
    return mac.machine();
  }
}
