package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.Architecture;
import java.util.Optional;
import java.util.Set;

/**
 * The names that {@code NXGetArchInfoFromName} knows (cctools, arch.c), as far as a kernel had
 * them.
 */
final class ArchitectureNames {
  private static final Set<String> NAMES =
      Set.of(
          "i386", "x86_64", "x86_64h", "ppc", "ppc64", "ppc970", "arm", "arm64", "arm64v8",
          "arm64e");

  private ArchitectureNames() {}

  static Optional<Architecture> find(String name) {
    return Optional.of(name).filter(NAMES::contains).map(Architecture::new);
  }
}
