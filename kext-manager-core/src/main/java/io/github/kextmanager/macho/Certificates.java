package io.github.kextmanager.macho;

import java.util.List;
import java.util.Optional;

/**
 * The certificates that came with a signature. They were read, not checked: anybody can make
 * certificates that say this.
 */
public sealed interface Certificates {
  /** There is no cryptographic signature, so there are none. */
  record None() implements Certificates {}

  /**
   * They were read.
   *
   * @param chain the certificate that signed, the one that issued it, and so on as far as they are
   *     there; at least one
   * @param others those that do not belong to that chain
   */
  record Read(List<SigningCertificate> chain, List<SigningCertificate> others)
      implements Certificates {
    /** Copies the lists. */
    public Read {
      chain = List.copyOf(chain);
      others = List.copyOf(others);
    }

    /**
     * The certificate that signed.
     *
     * @return the first of the chain
     */
    public SigningCertificate leaf() {
      return chain.get(0);
    }

    /**
     * Whether the chain carries the marks by which macOS knows a Developer ID that may sign kexts:
     * those of {@link SigningCertificate#isDeveloperIdApplication} and {@link
     * SigningCertificate#isForKexts} in the leaf, that of {@link
     * SigningCertificate#isDeveloperIdAuthority} in its issuer (the requirement in kext_tools,
     * security.c). The requirement asks for Apple's root, too; that was not checked.
     *
     * @return whether it carries all three
     */
    public boolean carryKextMarks() {
      return leaf().isDeveloperIdApplication()
          && leaf().isForKexts()
          && chain.size() > 1
          && chain.get(1).isDeveloperIdAuthority();
    }
  }

  /**
   * There is a cryptographic signature, but its certificates could not be read.
   *
   * @param explanation why
   */
  record Unreadable(String explanation) implements Certificates {}

  /**
   * The certificate that signed.
   *
   * @return the first of the chain; empty if there is none or it could not be read
   */
  default Optional<SigningCertificate> signer() {
    return this instanceof Read read ? Optional.of(read.leaf()) : Optional.empty();
  }
}
