package io.github.kextmanager.testing.disk;

import java.util.Optional;

/**
 * What the signature of a bundle comes to, as far as its bytes tell.
 *
 * @param standing what it is worth
 * @param team the team that it names
 */
public record CodeSeal(Standing standing, Optional<String> team) {

  /** What a signature is worth. */
  public enum Standing {
    /** It is one for kexts, by Apple or by a team, and the bundle is what was signed. */
    FOR_KEXTS,
    /** It is intact, but nobody's, or made with a certificate that is not for kexts. */
    NOT_FOR_KEXTS,
    /** The bundle is not what was signed. */
    BROKEN,
    /** There is none. */
    UNSIGNED
  }

  static CodeSeal without(Standing standing) {
    return new CodeSeal(standing, Optional.empty());
  }

  /**
   * Whether macOS would take a kext with it, where signatures count.
   *
   * @return whether it is one for kexts
   */
  public boolean isForKexts() {
    return standing == Standing.FOR_KEXTS;
  }
}
