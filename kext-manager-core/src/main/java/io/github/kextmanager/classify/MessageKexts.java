package io.github.kextmanager.classify;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which kexts the failures of a passage are about: those that are named on the line, or else, since
 * a message may be wrapped, by another finding of the same meaning right before or behind.
 */
final class MessageKexts {
  /** Over how many further lines a message goes. */
  private static final int WRAPPED = 2;

  private final Map<Integer, Set<KextName>> onLine = new HashMap<>();
  private final ListMultimap<Integer, Finding> failures = ArrayListMultimap.create();

  private MessageKexts() {}

  static MessageKexts of(List<Finding> passage) {
    var kexts = new MessageKexts();
    for (Finding finding : passage) {
      int line = finding.firstLine().line();
      if (!finding.isSuccess() && !finding.showsPresence()) {
        kexts.onLine.computeIfAbsent(line, key -> new HashSet<>()).addAll(KextName.of(finding));
      }
      if (finding.isFailure()) {
        kexts.failures.put(line, finding);
      }
    }
    return kexts;
  }

  Set<KextName> of(Finding failure) {
    int line = failure.firstLine().line();
    Set<KextName> own = onLine.getOrDefault(line, Set.of());
    if (!own.isEmpty()) {
      return own;
    }
    return IntStream.rangeClosed(line - WRAPPED, line + WRAPPED)
        .boxed()
        .flatMap(near -> failures.get(near).stream())
        .filter(other -> meansTheSame(other, failure))
        .map(KextName::of)
        .filter(kexts -> !kexts.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private static boolean meansTheSame(Finding one, Finding other) {
    return one.rule().category().equals(other.rule().category());
  }
}
