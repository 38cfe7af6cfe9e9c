package io.github.kextmanager.testing.ondisk;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Whether this system lets a process have a mount namespace. */
final class Namespaces {
  private Namespaces() {}

  /** Skips a test where it does not. */
  static void assumePermitted() {
    Assumptions.assumeTrue(
        works("unshare", "-m", "true") || works("unshare", "-rm", "true"),
        "no mount namespace is permitted here, or there is no unshare");
  }

  static boolean works(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
