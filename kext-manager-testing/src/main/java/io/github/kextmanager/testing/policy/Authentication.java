package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextScript.Signature;

/**
 * Whether a kext is one that the Mac trusts, in the order of {@code authenticateKext} (kext_tools,
 * security.c). The first thing that is wrong counts.
 */
public final class Authentication {
  private static final MacOsVersion YOSEMITE = new MacOsVersion(10, 10, 0);

  private final MacOsVersion release;
  private final Permissions permissions;
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
   * @param release the release; signatures count from 10.10
   * @param permissions owners and modes
   * @param consent what was allowed
   */
  public Authentication(MacOsVersion release, Permissions permissions, Consent consent) {
    this.release = release;
    this.permissions = permissions;
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
    boolean signatureCounts = release.isAtLeast(YOSEMITE);
    if (signatureCounts && kext.script().signature() == Signature.INVALID) {
      return Result.BAD_SIGNATURE;
    }
    return Result.TRUSTED;
  }
}
