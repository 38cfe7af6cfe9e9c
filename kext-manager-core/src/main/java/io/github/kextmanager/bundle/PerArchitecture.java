package io.github.kextmanager.bundle;

import io.github.kextmanager.model.Architecture;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a property list says under a key of which there can be one for each architecture: {@code
 * OSBundleLibraries} and {@code OSBundleLibraries_x86_64}. So it is with every key at the top that
 * begins with {@code OS} or {@code IO} (IOKitUser, OSKext.c, OSKextGetValueForInfoDictionaryKey).
 *
 * @param common what stands under the plain key
 * @param specific what stands under a key for one architecture, by its generic name; it takes the
 *     place of the common there
 * @param <T> what it is
 */
public record PerArchitecture<T>(Optional<T> common, Map<Architecture, T> specific) {
  /** Takes an unmodifiable copy in the order of the names. */
  public PerArchitecture {
    Map<Architecture, T> sorted = new TreeMap<>(Comparator.comparing(Architecture::name));
    sorted.putAll(specific);
    specific = Collections.unmodifiableMap(sorted);
  }

  /**
   * What holds on an architecture.
   *
   * @param architecture the architecture of the kernel; its {@linkplain Architecture#generic
   *     generic} name counts
   * @return what stands under the key for it, or else under the plain one; empty if under neither
   */
  public Optional<T> on(Architecture architecture) {
    return Optional.ofNullable(specific.get(architecture.generic())).or(() -> common);
  }

  /**
   * Whether it is there for no architecture at all.
   *
   * @return true if there is neither a plain key nor one for an architecture
   */
  public boolean isEmpty() {
    return common.isEmpty() && specific.isEmpty();
  }
}
