package io.github.kextmanager.dependency;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * Kexts that need each other in a ring.
 *
 * @param ring the kexts, each of which needs the next, and the last the first. It begins with the
 *     one that was opened first
 */
public record Cycle(List<RepositoryKext> ring) {
  /** Takes an unmodifiable copy of the list. */
  public Cycle {
    ring = List.copyOf(ring);
    if (ring.isEmpty()) {
      throw new IllegalArgumentException("A ring has at least one kext.");
    }
  }

  /** Returns the identifiers of the ring, the first one again at the end. */
  @Override
  public String toString() {
    return Stream.concat(ring.stream(), Stream.of(ring.get(0)))
        .map(kext -> kext.identifier().value())
        .collect(joining(" -> "));
  }
}
