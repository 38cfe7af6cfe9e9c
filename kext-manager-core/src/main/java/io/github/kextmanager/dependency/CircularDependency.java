package io.github.kextmanager.dependency;

/**
 * Kexts that need each other, so that none of them can be the first to load.
 *
 * @param cycle the ring
 */
public record CircularDependency(Cycle cycle) implements Problem {
  @Override
  public RepositoryKext kext() {
    return cycle.ring().get(0);
  }

  @Override
  public String message() {
    return "These kexts need each other in a ring: %s.".formatted(cycle);
  }
}
