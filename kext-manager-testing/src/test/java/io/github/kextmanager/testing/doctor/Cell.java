package io.github.kextmanager.testing.doctor;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;

/**
 * One cell of the matrix.
 *
 * @param release the release of macOS
 * @param chip the processor
 * @param policy who allows kexts
 * @param defect what is wrong
 */
record Cell(MacOsVersion release, Chip chip, Policy policy, Defect defect) {
  boolean isAtLeast(String first) {
    return release.isAtLeast(MacOsVersion.parse(first));
  }

  boolean hasCollections() {
    return isAtLeast("11");
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(release, chip, policy, defect);
  }
}
