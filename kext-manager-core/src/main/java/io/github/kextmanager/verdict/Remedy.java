package io.github.kextmanager.verdict;

import java.util.Optional;

/**
 * Something that helps.
 *
 * @param actor who can do it
 * @param delegation whether this library can do it for the caller
 * @param action what to do, in words, with the exact place where something is to be clicked
 * @param command the exact command; {@code KEXT} in it stands for the path of the bundle, {@code
 *     NAME} for its name and {@code ID} for its identifier, where they are not known
 */
public record Remedy(Actor actor, Delegation delegation, String action, Optional<String> command) {
  /** Whether a program can do something for its user. */
  public enum Delegation {
    /** It can, as root. */
    CAN_BE_DONE_FOR_YOU,
    /** Somebody must do it by hand: macOS lets no program do it, or the decision is theirs. */
    BY_HAND
  }

  /**
   * The same with the kext named in the command.
   *
   * @param kext the kext
   * @return the remedy; where the kext is not known, the command has {@code KEXT} and {@code ID}
   */
  public Remedy about(NamedKext kext) {
    return new Remedy(actor, delegation, action, command.map(kext::putInto));
  }
}
