package io.github.kextmanager.macho;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a code signature says, as far as it can be read without asking anybody.
 *
 * <p>This is <em>not</em> a verdict that the signature is valid. What was done: the hashes in the
 * code directories were compared with the file, which finds damage and tampering by somebody who
 * did not sign again. What was not done: the cryptographic signature over the code directories was
 * not verified, nor were the certificates checked for trust, revocation or expiry. Anybody can make
 * a signature that says the same and matches.
 *
 * @param directories the code directories that could be read, at least one, the primary one first
 * @param certificates the certificates that came with the signature
 * @param entitlements the entitlements, an XML property list as text; empty if there are none
 * @param flaws what cannot be right
 */
public record CodeSignature(
    List<CodeDirectory> directories,
    Certificates certificates,
    Optional<String> entitlements,
    List<Flaw> flaws) {

  /** Copies the lists. */
  public CodeSignature {
    directories = List.copyOf(directories);
    flaws = List.copyOf(flaws);
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("A code signature has a code directory.");
    }
  }

  /**
   * The code directory with the strongest hashes: the one that macOS goes by.
   *
   * @return one of the code directories
   */
  public CodeDirectory best() {
    return directories.stream()
        .reduce((one, other) -> other.hash().compareTo(one.hash()) > 0 ? other : one)
        .orElseThrow();
  }

  /**
   * The identifier of the code, for a kext usually that of the bundle.
   *
   * @return the identifier in the best code directory
   */
  public String identifier() {
    return best().identifier();
  }

  /**
   * The team that signed.
   *
   * @return the team identifier in the best code directory; empty if it names none
   */
  public Optional<String> teamIdentifier() {
    return best().teamIdentifier();
  }

  /**
   * The kinds of hashes that are present.
   *
   * @return one for each code directory
   */
  public Set<HashType> hashes() {
    Set<HashType> hashes = EnumSet.noneOf(HashType.class);
    directories.forEach(directory -> hashes.add(directory.hash()));
    return hashes;
  }

  /**
   * Whether nobody signed: there are hashes, but no certificate stands behind them.
   *
   * @return whether it says that it is ad hoc, or has no cryptographic signature
   */
  public boolean isAdHoc() {
    return best().flags().contains(SignatureFlag.ADHOC)
        || certificates instanceof Certificates.None;
  }

  /**
   * Whether every hash that was compared is right (the pages of the code, what the signature itself
   * holds, and the files that the caller gave) and nothing about the signature is wrong.
   *
   * @return false if any differs, if there are flaws, or if the pages were not compared
   */
  public boolean matchesFile() {
    return flaws.isEmpty() && directories.stream().allMatch(CodeDirectory::matchesFile);
  }

  /**
   * Whether {@link #matchesFile} is true and no file of the bundle that this signature covers was
   * left out. The files that {@code CodeResources} lists are no part of it.
   *
   * @return false also if a file that is covered was not given, or is missing
   */
  public boolean matchesBundle() {
    return matchesFile()
        && directories.stream()
            .noneMatch(directory -> directory.slots().containsValue(SlotCheck.NOT_GIVEN));
  }
}
