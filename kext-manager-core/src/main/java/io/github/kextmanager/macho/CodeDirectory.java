package io.github.kextmanager.macho;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The list of hashes over which a signature is made, and what is said about the code.
 *
 * @param version its version, such as 0x20400
 * @param identifier the identifier of the code
 * @param teamIdentifier the team that signed; empty if none is named
 * @param flagBits all its flags
 * @param hash with what its hashes were made
 * @param cdHash the hash of this directory itself, 20 bytes in hexadecimal: how macOS names the
 *     code
 * @param codeLimit how many bytes of the slice its hashes cover
 * @param pages whether they match
 * @param slots for each other thing that it covers, or that is there and not covered, whether it
 *     matches
 */
public record CodeDirectory(
    int version,
    String identifier,
    Optional<String> teamIdentifier,
    int flagBits,
    HashType hash,
    String cdHash,
    long codeLimit,
    PageCheck pages,
    Map<SpecialSlot, SlotCheck> slots) {

  /** Copies the map. */
  public CodeDirectory {
    slots = Map.copyOf(slots);
  }

  /**
   * The flags that are known.
   *
   * @return those among the bits
   */
  public Set<SignatureFlag> flags() {
    return SignatureFlag.in(flagBits);
  }

  /**
   * Whether all that was compared matches.
   *
   * @return false if anything differs, or if the pages were not compared
   */
  public boolean matchesFile() {
    return pages instanceof PageCheck.Match
        && slots.values().stream()
            .allMatch(check -> check == SlotCheck.MATCH || check == SlotCheck.NOT_GIVEN);
  }
}
