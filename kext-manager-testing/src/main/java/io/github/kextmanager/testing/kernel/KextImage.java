package io.github.kextmanager.testing.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kext as user space sends it to the kernel.
 *
 * @param identifier its bundle identifier
 * @param version its version, raw
 * @param uuid the UUID of its executable
 * @param architecture what its architecture prints as
 * @param kind what the kernel has to do with it
 * @param sizeBytes how much memory its code takes
 * @param libraries the identifiers of the kexts that it links against directly, after the
 *     replacement of codeless libraries by what these link against
 * @param code how its code behaves
 */
public record KextImage(
    String identifier,
    String version,
    Optional<UUID> uuid,
    String architecture,
    Kind kind,
    int sizeBytes,
    List<String> libraries,
    KextCode code) {
  /** What the kernel has to do with a kext. */
  public enum Kind {
    /** It has code: link it, start it, list it. */
    CODE,
    /** It has none: its personalities are taken, and it is never listed. */
    CODELESS,
    /** It stands for a part of the kernel. */
    KERNEL_COMPONENT
  }

  /** Takes an unmodifiable copy of the list. */
  public KextImage {
    libraries = List.copyOf(libraries);
  }
}
