package io.github.kextmanager.testing.remembered;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;

/**
 * One cell of the matrix.
 *
 * @param release the release of macOS
 * @param newer the release to which it is upgraded
 * @param chip the processor
 * @param owing how the kext came to be remembered
 * @param next what happens before somebody looks
 * @param hasHardware whether the Mac starts it by itself
 */
record Cell(
    MacOsVersion release,
    MacOsVersion newer,
    Chip chip,
    Owing owing,
    Next next,
    boolean hasHardware) {
  @Override
  public String toString() {
    return "%s %s %s, then %s%s"
        .formatted(release, chip, owing, next, hasHardware ? ", with hardware" : "");
  }
}
