package io.github.kextmanager.testing.kernel;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the code of a kext behaves when the kernel runs it.
 *
 * @param startReturn what its start routine returns; 0 is success
 * @param stopReturn what its stop routine returns; 0 is success
 * @param instances instances of its classes that exist after the start and that no termination of
 *     services removes, by class
 * @param termination what its services do when they are to terminate
 */
public record KextCode(
    int startReturn, int stopReturn, Map<String, Integer> instances, Termination termination) {
  /** Code that starts, stops and leaves nothing behind. */
  public static final KextCode WELL_BEHAVED = new KextCode(0, 0, Map.of(), Termination.COMPLIES);

  /** What the services of a kext do when they are to terminate. */
  public enum Termination {
    /** They terminate. */
    COMPLIES,
    /** One of them refuses. */
    REFUSES
  }

  /** Takes an unmodifiable copy of the map, in the order of the names. */
  public KextCode {
    instances = java.util.Collections.unmodifiableMap(new TreeMap<>(instances));
  }
}
