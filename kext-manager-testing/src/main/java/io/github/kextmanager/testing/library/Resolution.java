package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.KextOnDisk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kext with everything that it needs.
 *
 * @param loadList all that must be loaded, libraries before what needs them, the kext itself last
 * @param direct the libraries that each of these names itself
 */
record Resolution(List<KextOnDisk> loadList, Map<KextOnDisk, List<KextOnDisk>> direct) {
  Resolution {
    loadList = List.copyOf(loadList);
    direct = Map.copyOf(direct);
  }

  /** What a kext links against: a library without code is replaced by its own libraries. */
  List<KextOnDisk> linkedBy(KextOnDisk kext) {
    Set<KextOnDisk> linked = new LinkedHashSet<>();
    for (KextOnDisk library : direct.getOrDefault(kext, List.of())) {
      if (library.declaresExecutable() || library.isKernelComponent()) {
        linked.add(library);
      } else {
        linked.addAll(linkedBy(library));
      }
    }
    return new ArrayList<>(linked);
  }
}
