package io.github.kextmanager.testing.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One loaded kext, as plain data.
 *
 * @param asLoaded what the kernel told about it when it came in
 * @param code how its code behaves
 * @param instances its live instances by class
 * @param newReferences how many kexts link against it beyond those that it came in with
 */
public record ImageState(
    KextInfo asLoaded, KextCode code, Map<String, Integer> instances, int newReferences) {
  /** Takes an unmodifiable copy of the map, in the order of the names. */
  public ImageState {
    instances = Collections.unmodifiableMap(new TreeMap<>(instances));
  }
}
