package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.Optional;

/**
 * Finds the kexts whose executables others use ({@code OSBundleSharedExecutableIdentifier}).
 * Whoever knows the other kexts implements it.
 *
 * <p>Implementations used on several threads must be thread-safe.
 */
@FunctionalInterface
public interface ExecutableOwners {
  /**
   * Looks up a kext.
   *
   * @param identifier its identifier
   * @return the one that the identifier alone stands for
   */
  Optional<KextBundle> find(BundleIdentifier identifier);
}
