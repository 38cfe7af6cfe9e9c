package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.testing.TestKext;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A kext for trying, on the disk of this machine. */
public final class SampleBundle {
  private SampleBundle() {}

  /**
   * Writes it.
   *
   * @return the path of the bundle
   * @throws UsageException if it cannot be written there
   */
  public static Path write(TestKext kext, String bundle, Volume volume) {
    Path path = volume.path(bundle);
    if (!path.toString().endsWith(".kext")) {
      throw new UsageException(
          "A bundle of a kext is called something.kext, not \"" + bundle + "\".");
    }
    try {
      return kext.at(path).writeTo(volume.root());
    } catch (UncheckedIOException e) {
      throw new UsageException(path + " cannot be written: " + e.getCause());
    }
  }
}
