package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Releases;

/**
 * Whether a kext is one that the Mac trusts, in the order of {@code authenticateKext} (kext_tools,
 * security.c). The first thing that is wrong counts.
 */
public final class Authentication {

  private final MacOsVersion release;
  private final Permissions permissions;
  private final Signatures signatures;
  private final Consent consent;

  /** What came of it. */
  public enum Result {
    /** Nothing is wrong. */
    TRUSTED,
    /** An owner or a mode is wrong. */
    BAD_PERMISSIONS,
    /** The signature is missing, broken, or not one for kexts. */
    BAD_SIGNATURE,
    /** Nobody has allowed it. */
    NO_CONSENT
  }

  /**
   * The rules of a release.
   *
   * @param release the release; up to 10.12 owners and modes are all that counts here
   * @param permissions owners and modes
   * @param signatures which signatures are good
   * @param consent what was allowed
   */
  public Authentication(
      MacOsVersion release, Permissions permissions, Signatures signatures, Consent consent) {
    this.release = release;
    this.permissions = permissions;
    this.signatures = signatures;
    this.consent = consent;
  }

  /**
   * Checks a kext, and asks for consent if nothing else is wrong with it.
   *
   * @param kext the kext
   * @return what came of it
   */
  public Result check(KextOnDisk kext) {
    Result result = checkWithoutConsent(kext);
    return result == Result.TRUSTED && !consent.ask(kext) ? Result.NO_CONSENT : result;
  }

  /**
   * Checks all but the consent.
   *
   * @param kext the kext
   * @return what came of it
   */
  public Result checkWithoutConsent(KextOnDisk kext) {
    if (!permissions.offenders(kext.path()).isEmpty()) {
      return Result.BAD_PERMISSIONS;
    }
    if (release.isAtLeast(Releases.HIGH_SIERRA) && !signatures.accept(kext)) {
      return Result.BAD_SIGNATURE;
    }
    return Result.TRUSTED;
  }
}
