package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;

/**
 * An error of the kernel management daemon, as kmutil prints it.
 *
 * <p>The numbers and texts are those that people have published; the list of all of them is not
 * public.
 *
 * @param code the number in {@code KMErrorDomain}
 * @param message its description, perhaps of several lines
 */
public record KmError(int code, String message) {
  static final int NOT_LOADED = 3;
  static final int NOT_APPROVED = 27;
  static final int RESTART_REQUIRED = 28;
  static final int NOT_AUTHENTIC = 29;
  static final int NOT_VALID = 30;
  static final int OTHER = 71;

  /**
   * The kernel refused, with the code twice: as text and as a signed number.
   *
   * @param result what it answered
   * @return the error
   */
  public static KmError kernelRefused(OsReturn result) {
    return kernelRefused(OTHER, result);
  }

  static KmError kernelRefused(int code, OsReturn result) {
    return new KmError(
        code, "Kernel request failed: %s (%d)".formatted(MachErrorText.of(result), result.value()));
  }

  /**
   * A kext that is nowhere.
   *
   * @param identifier its bundle identifier
   * @return the error
   */
  public static KmError noExtension(String identifier) {
    return new KmError(
        OTHER, "Could not find: Extension with identifier '%s' not found".formatted(identifier));
  }

  /**
   * A bundle that is not there.
   *
   * @param bundle its path on the Mac
   * @return the error
   */
  public static KmError noBundle(Path bundle) {
    return new KmError(OTHER, "Could not find: No bundle was found at %s.".formatted(bundle));
  }

  static KmError notAKext(Path bundle) {
    return new KmError(
        OTHER,
        "Loading extension failed: Unable to create extension from bundle:"
            + " codeless (missing CFBundlePackageType) bundle (nil) at "
            + bundle);
  }

  static KmError notApproved(String identifiers, MacOsVersion release) {
    String settings =
        release.isAtLeast(Releases.SEQUOIA) ? "System Settings" : "System Preferences";
    return new KmError(
        NOT_APPROVED,
        "Extension with identifiers %s not approved to load. Please approve using %s."
            .formatted(identifiers, settings));
  }

  static KmError restartRequired(String identifiers) {
    return new KmError(
        RESTART_REQUIRED, "Loading extension(s): %s requires a reboot".formatted(identifiers));
  }

  /** The text is ours. */
  static KmError noSpace(String identifier) {
    return new KmError(
        OTHER,
        "Could not stage extension with identifier '%s': No space left on device"
            .formatted(identifier));
  }

  static KmError excluded(String kext) {
    return new KmError(
        OTHER, "In exclude list: %s is in exclude list: inExcludeList".formatted(kext));
  }

  static KmError safeBoot() {
    return new KmError(OTHER, "Safe boot error: third party extensions are not loaded");
  }

  /**
   * The error as kmutil prints it: with its domain and the message twice, as {@code NSError} writes
   * it; before 11.3 and from 26 on the message alone, as far as people have published it.
   *
   * @param release the release of kmutil
   * @return the text, without a line end
   */
  public String description(MacOsVersion release) {
    boolean withDomain =
        release.isAtLeast(Releases.ERROR_DOMAINS) && !release.isAtLeast(Releases.TAHOE);
    if (!withDomain) {
      return message;
    }
    return "Error Domain=KMErrorDomain Code=%d \"%s\" UserInfo={NSLocalizedDescription=%s}"
        .formatted(code, message, message);
  }
}
