package io.github.kextmanager.dependency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a ring among kexts that all need each other. */
final class RingFinder {
  private final LibraryGraph graph;

  RingFinder(LibraryGraph graph) {
    this.graph = graph;
  }

  /**
   * The shortest ring through the kext that was opened first.
   *
   * @param component kexts each of which leads to each other; or one kext, which may need itself
   */
  Optional<Cycle> in(List<RepositoryKext> component) {
    if (component.size() == 1) {
      RepositoryKext kext = component.get(0);
      return graph.successors(kext).contains(kext)
          ? Optional.of(new Cycle(component))
          : Optional.empty();
    }
    RepositoryKext start = Collections.min(component, Comparator.comparingInt(graph::number));
    Map<RepositoryKext, RepositoryKext> reachedFrom = new HashMap<>();
    component.forEach(kext -> reachedFrom.put(kext, kext));
    Deque<RepositoryKext> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      RepositoryKext kext = next.remove();
      for (RepositoryKext library : graph.successors(kext)) {
        if (library.equals(start)) {
          return Optional.of(ring(start, kext, reachedFrom));
        }
        if (library.equals(reachedFrom.get(library))) {
          reachedFrom.put(library, kext);
          next.add(library);
        }
      }
    }
    throw new IllegalStateException("These kexts are not in a ring: " + component);
  }

  private static Cycle ring(
      RepositoryKext start, RepositoryKext last, Map<RepositoryKext, RepositoryKext> reachedFrom) {
    List<RepositoryKext> ring = new ArrayList<>();
    RepositoryKext kext = last;
    while (!kext.equals(start)) {
      ring.add(kext);
      kext = requireNonNull(reachedFrom.get(kext));
    }
    ring.add(start);
    Collections.reverse(ring);
    return new Cycle(ring);
  }
}
