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

  /**
   * By a team with a Developer ID, whose certificates are there to be looked at.
   *
   * @param team the team identifier
   * @param purpose what the certificate is for
   */
  record Certified(String team, Purpose purpose) implements Signing {}

  /** What a Developer ID may sign. */
  enum Purpose {
    /** Kexts too. */
    KEXTS,
    /** Applications alone. */
    APPLICATIONS
  }

  /** By Apple, which names no team. */
  record Apple() implements Signing {}

  /**
   * The team that a signature names.
   *
   * @return the team identifier, or empty
   */
  default Optional<String> teamName() {
    if (this instanceof Certified certified) {
      return Optional.of(certified.team());
    }
    return this instanceof Team signer ? Optional.of(signer.team()) : Optional.empty();
  }

  /**
   * Whether it covers the resources of the bundle, which costs a file.
   *
   * @return false for those of Apple: nobody changes their resources in a test
   */
  default boolean sealsResources() {
    return this instanceof AdHoc || this instanceof Team || this instanceof Certified;
  }

  /**
   * The cryptographic signature.
   *
   * @return its bytes; none unless there are certificates
   */
  default byte[] cryptography() {
    return this instanceof Certified certified ? DeveloperCertificates.of(certified) : new byte[0];
  }
}
