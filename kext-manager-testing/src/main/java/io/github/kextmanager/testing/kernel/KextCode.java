package io.github.kextmanager.testing.kernel;

import java.util.Collections;
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
 * @param idle what the kernel does with it when nobody uses it
 */
public record KextCode(
    int startReturn,
    int stopReturn,
    Map<String, Integer> instances,
    Termination termination,
    Idle idle) {
  /** Code that starts, stops and leaves nothing behind. */
  public static final KextCode WELL_BEHAVED =
      new KextCode(0, 0, Map.of(), Termination.COMPLIES, Idle.STAYS);

  /** What the services of a kext do when they are to terminate. */
  public enum Termination {
    /** They terminate. */
    COMPLIES,
    /** One of them refuses. */
    REFUSES
  }

  /** What the kernel does with a kext that nobody uses. */
  public enum Idle {
    /** Nothing. */
    STAYS,
    /** It unloads it after a minute, since it defines drivers or has asked for that. */
    UNLOADS
  }

  /** Takes an unmodifiable copy of the map, in the order of the names. */
  public KextCode {
    instances = Collections.unmodifiableMap(new TreeMap<>(instances));
  }

  /**
   * The same with another result of the start routine.
   *
   * @param code what it returns
   * @return the code
   */
  public KextCode withStartReturn(int code) {
    return new KextCode(code, stopReturn, instances, termination, idle);
  }

  /**
   * The same with another result of the stop routine.
   *
   * @param code what it returns
   * @return the code
   */
  public KextCode withStopReturn(int code) {
    return new KextCode(startReturn, code, instances, termination, idle);
  }

  /**
   * The same with other instances of one class.
   *
   * @param className the class
   * @param count how many of it exist after the start
   * @return the code
   */
  public KextCode withInstances(String className, int count) {
    Map<String, Integer> more = new TreeMap<>(instances);
    more.put(className, count);
    return new KextCode(startReturn, stopReturn, more, termination, idle);
  }

  /**
   * The same with a service that refuses to terminate.
   *
   * @return the code
   */
  public KextCode refusingTermination() {
    return new KextCode(startReturn, stopReturn, instances, Termination.REFUSES, idle);
  }

  /**
   * The same, unloaded by the kernel when nobody uses it.
   *
   * @return the code
   */
  public KextCode unloadingWhenIdle() {
    return new KextCode(startReturn, stopReturn, instances, termination, Idle.UNLOADS);
  }
}
