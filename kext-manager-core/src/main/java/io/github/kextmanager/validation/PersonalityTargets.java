package io.github.kextmanager.validation;

import io.github.kextmanager.model.BundleIdentifier;

/** Finds the kexts that personalities name. Whoever knows the other kexts implements it. */
@FunctionalInterface
public interface PersonalityTargets {
  /**
   * Looks up a kext.
   *
   * @param identifier its identifier
   * @return what is found
   */
  PersonalityTarget find(BundleIdentifier identifier);
}
