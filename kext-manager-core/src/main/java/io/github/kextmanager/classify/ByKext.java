package io.github.kextmanager.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of kexts, whichever of their names it was told under.
 *
 * @param <V> what is known
 */
final class ByKext<V> {
  private record Known<V>(KextName kext, V value) {}

  private final Map<String, List<Known<V>>> known = new HashMap<>();

  void add(KextName kext, V value) {
    var more = new Known<>(kext, value);
    words(kext).forEach(word -> known.computeIfAbsent(word, key -> new ArrayList<>()).add(more));
  }

  /** What is known of a kext, in the order in which it was added. */
  List<V> of(KextName kext) {
    return words(kext)
        .flatMap(word -> known.getOrDefault(word, List.of()).stream())
        .filter(one -> one.kext().isSame(kext))
        .distinct()
        .map(Known::value)
        .toList();
  }

  /** Whether anything is known of any of some kexts; of no kext in particular, of any at all. */
  boolean isAnythingKnown(Set<KextName> kexts) {
    return kexts.isEmpty()
        ? !known.isEmpty()
        : kexts.stream().anyMatch(kext -> !of(kext).isEmpty());
  }

  private static Stream<String> words(KextName kext) {
    return Stream.of(kext.identifier(), kext.bundle()).filter(word -> !word.isEmpty()).distinct();
  }
}
