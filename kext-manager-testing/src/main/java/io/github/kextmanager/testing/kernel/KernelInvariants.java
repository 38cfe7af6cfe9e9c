package io.github.kextmanager.testing.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is always true of a kernel that was told of every kext, whatever was asked of it: load tags
 * ascend and are never given twice, a kext is referenced as often as loaded kexts link against it,
 * and what a kext links against is loaded.
 *
 * <p>A kernel that adopted a table holds what the table says, which may be cut short.
 */
public final class KernelInvariants {
  private KernelInvariants() {}

  /**
   * What of it is not true.
   *
   * @param kernel what the kernel holds
   * @return one line for each violation; none for a kernel that is in order
   */
  public static List<String> violations(KernelState kernel) {
    List<KextInfo> loaded =
        kernel.images().stream().map(image -> new LoadedImage(image).toInfo()).toList();
    List<String> violations = new ArrayList<>();
    checkTags(loaded, kernel.lastTag(), violations);
    checkLinks(loaded, violations);
    checkNames(loaded, violations);
    return violations;
  }

  private static void checkTags(List<KextInfo> loaded, int lastTag, List<String> violations) {
    int before = 0;
    for (KextInfo kext : loaded) {
      int tag = kext.tag().orElse(0);
      if (tag <= before) {
        violations.add("%s has tag %d after tag %d".formatted(name(kext), tag, before));
      }
      before = tag;
    }
    if (before > lastTag) {
      violations.add("Tag %d is loaded, but %d was given last".formatted(before, lastTag));
    }
  }

  private static void checkLinks(List<KextInfo> loaded, List<String> violations) {
    Map<Integer, Integer> links = new HashMap<>();
    loaded.forEach(
        kext -> kext.dependencies().forEach(tag -> links.merge(tag.orElse(0), 1, Integer::sum)));
    for (KextInfo kext : loaded) {
      int expected = links.getOrDefault(kext.tag().orElse(0), 0);
      if (!kext.references().equals(OptionalInt.of(expected))) {
        violations.add(
            "%s has %s references, and %d kexts link against it"
                .formatted(name(kext), kext.references(), expected));
      }
    }
    Set<Integer> tags =
        loaded.stream().map(kext -> kext.tag().orElse(0)).collect(Collectors.toSet());
    links.keySet().stream()
        .filter(tag -> !tags.contains(tag))
        .forEach(tag -> violations.add("Tag %d is linked against, but not loaded".formatted(tag)));
  }

  private static void checkNames(List<KextInfo> loaded, List<String> violations) {
    Map<String, Long> names =
        loaded.stream()
            .collect(Collectors.groupingBy(KernelInvariants::name, Collectors.counting()));
    names.forEach(
        (name, count) -> {
          if (count > 1) {
            violations.add("%s is loaded %d times".formatted(name, count));
          }
        });
  }

  private static String name(KextInfo kext) {
    return kext.identifier().orElse("");
  }
}
