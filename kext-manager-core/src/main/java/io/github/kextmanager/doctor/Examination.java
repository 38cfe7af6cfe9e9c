package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;

/** Looks at one thing about a bundle that could be opened. Changes nothing. */
@FunctionalInterface
interface Examination {
  /**
   * Looks.
   *
   * @param kext the bundle
   * @param mac what is known of the Mac
   * @return how it stands
   */
  Check of(RepositoryKext kext, MacSeen mac);
}
