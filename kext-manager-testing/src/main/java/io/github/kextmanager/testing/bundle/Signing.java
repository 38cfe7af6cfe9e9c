package io.github.kextmanager.testing.bundle;

import java.util.Optional;

/** By whom a bundle is signed. */
public sealed interface Signing {
  /** By nobody: no hashes at all. */
  record Unsigned() implements Signing {}

  /** By nobody: hashes that say so themselves. */
  record AdHoc() implements Signing {}

  /**
   * By a team with a Developer ID for kexts.
   *
   * @param team the team identifier
   */
  record Team(String team) implements Signing {}

  /** By Apple, which names no team. */
  record Apple() implements Signing {}

  /**
   * The team that a signature names.
   *
   * @return the team identifier, or empty
   */
  default Optional<String> teamName() {
    return this instanceof Team signer ? Optional.of(signer.team()) : Optional.empty();
  }

  /**
   * Whether it covers the resources of the bundle, which costs a file.
   *
   * @return false for those of Apple: nobody changes their resources in a test
   */
  default boolean sealsResources() {
    return this instanceof AdHoc || this instanceof Team;
  }
}
