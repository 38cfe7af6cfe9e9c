package io.github.kextmanager.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One kext as the kernel reported it: a row of {@code kextstat} or {@code kmutil showloaded}.
 *
 * <p>Every number may be missing: the tools print {@code ??} and {@code ????} for what the kernel
 * did not tell.
 *
 * @param tag the load tag
 * @param references how many others refer to it; a kext that nothing uses has 0 (not the number of
 *     instances)
 * @param address where it is loaded, unslid, as an unsigned 64-bit number; 0 for a kext without
 *     code of its own, and for every kext when {@code kmutil showloaded} was not run by root
 * @param sizeBytes its size in the kernel, in bytes
 * @param wiredBytes how much of it is wired, in bytes
 * @param architecture its architecture, which is printed on request only
 * @param identifier its bundle identifier, as reported
 * @param version its version, as reported
 * @param uuid the UUID of its executable
 * @param linkedAgainst the load tags of the kexts it is linked against, in the order printed; an
 *     element is empty where the tool printed {@code ??}. The whole is empty when nothing was
 *     printed, which kextstat does for a kext without dependencies; {@code kmutil} prints an empty
 *     list for such a kext
 */
public record LoadedKext(
    Optional<LoadTag> tag,
    OptionalInt references,
    OptionalLong address,
    OptionalLong sizeBytes,
    OptionalLong wiredBytes,
    Optional<Architecture> architecture,
    BundleIdentifier identifier,
    ReportedVersion version,
    Optional<UUID> uuid,
    Optional<List<Optional<LoadTag>>> linkedAgainst) {

  /** Takes unmodifiable copies of the lists. */
  public LoadedKext {
    linkedAgainst = linkedAgainst.map(List::copyOf);
  }

  /**
   * Whether this kext links against another, as far as its list tells.
   *
   * @param other the other kext
   * @return true if the load tag of the other is known and in the list
   */
  public boolean isLinkedAgainst(LoadedKext other) {
    return other.tag().isPresent()
        && linkedAgainst().map(tags -> tags.contains(other.tag())).orElse(false);
  }
}
