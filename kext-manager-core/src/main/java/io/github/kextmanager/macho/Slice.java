package io.github.kextmanager.macho;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Code for one kind of processor.
 *
 * @param extent where it lies in the file
 * @param cpu the processor, by its own header
 * @param width how wide its addresses are
 * @param order the byte order of its header and load commands
 * @param fileType what it was made for
 * @param uuid its {@code LC_UUID}; empty if it has none
 * @param builds for which systems it was built, in the order of its load commands; empty if it does
 *     not say
 * @param kmodInfo its {@code _kmod_info}
 * @param signature where in the slice its embedded code signature lies; empty if it is unsigned, or
 *     if that place is not in the slice
 * @param flaws what cannot be right
 */
public record Slice(
    Extent extent,
    Cpu cpu,
    Width width,
    ByteOrder order,
    FileType fileType,
    Optional<UUID> uuid,
    List<BuildVersion> builds,
    KmodInfo kmodInfo,
    Optional<Extent> signature,
    List<Flaw> flaws) {

  /** Copies the lists. */
  public Slice {
    builds = List.copyOf(builds);
    flaws = List.copyOf(flaws);
  }
}
