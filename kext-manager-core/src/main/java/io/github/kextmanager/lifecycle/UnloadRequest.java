package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;

/**
 * Which kexts to unload, and what to do about those that link against them.
 *
 * <p>Immutable. The order in which kexts are named does not matter: a kext goes before those that
 * it links against.
 *
 * @param identifiers the kexts
 * @param dependents what to do about loaded kexts that link against one of them and are not named
 */
public record UnloadRequest(List<BundleIdentifier> identifiers, Dependents dependents) {
  /** What to do about loaded kexts that link against one that is to go. */
  public enum Dependents {
    /** They stay, and so does what they link against: it is in use. */
    KEEP,
    /** They go first, and whatever links against them before that. */
    UNLOAD_FIRST
  }

  /**
   * Checks and takes an unmodifiable copy of the list.
   *
   * @throws IllegalArgumentException if no kext is named
   */
  public UnloadRequest {
    identifiers = List.copyOf(identifiers);
    if (identifiers.isEmpty()) {
      throw new IllegalArgumentException("A request to unload must name a kext.");
    }
  }

  /**
   * A request that keeps dependents.
   *
   * @param identifiers the kexts, at least one
   * @return the request
   */
  public static UnloadRequest of(BundleIdentifier... identifiers) {
    return new UnloadRequest(List.of(identifiers), Dependents.KEEP);
  }

  /**
   * The same request, but dependents go first.
   *
   * @return the request
   */
  public UnloadRequest dependentsFirst() {
    return new UnloadRequest(identifiers, Dependents.UNLOAD_FIRST);
  }
}
