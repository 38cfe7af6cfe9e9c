package io.github.kextmanager.cli.mac;

import io.github.kextmanager.bundle.RootedFiles;
import java.io.IOException;
import java.nio.file.Path;

/** What lies on the disk of a simulated Mac. */
final class SimulatedFiles {
  private SimulatedFiles() {}

  /** Whether something lies at a path as seen there. */
  static boolean exists(Path root, Path seen) {
    try {
      new RootedFiles(root).real(seen);
      return true;
    } catch (IOException nothing) {
      return false;
    }
  }
}
