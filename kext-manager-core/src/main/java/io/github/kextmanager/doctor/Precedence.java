package io.github.kextmanager.doctor;

import io.github.kextmanager.model.MacOsVersion;
import java.util.List;

/** In which order a load meets its obstacles: the first one is what it is refused for. */
final class Precedence {
  /**
   * This library looks what is loaded before it asks kextload, which asks kextd. kextd looks at
   * signatures (kextd_request.c of kext_tools-326 to 462), then OSKextLoad at the rest, and last at
   * what the libraries are to those that are loaded (IOKitUser, OSKext.c).
   */
  private static final List<Topic> BEFORE_CONSENT =
      List.of(
          Topic.READABLE,
          Topic.PRESENT,
          Topic.LOADED_VERSION,
          Topic.PRIVILEGE,
          Topic.EXCLUDE_LIST,
          Topic.SIGNED,
          Topic.SEALED,
          Topic.LIBRARIES_SIGNED,
          Topic.VALID,
          Topic.ARCHITECTURE,
          Topic.SAFE_BOOT,
          Topic.AUTHENTIC,
          Topic.LIBRARIES_AUTHENTIC,
          Topic.LIBRARIES_IN_SAFE_BOOT,
          Topic.DEPENDENCIES);

  /**
   * kextd_request.c of kext_tools-502 to 623: trust in the kext and its libraries comes before all
   * that OSKextLoad looks at.
   */
  private static final List<Topic> WITH_CONSENT =
      List.of(
          Topic.READABLE,
          Topic.PRESENT,
          Topic.LOADED_VERSION,
          Topic.PRIVILEGE,
          Topic.EXCLUDE_LIST,
          Topic.SIGNED,
          Topic.SEALED,
          Topic.AUTHENTIC,
          Topic.APPROVED,
          Topic.LIBRARIES_AUTHENTIC,
          Topic.LIBRARIES_SIGNED,
          Topic.LIBRARIES_APPROVED,
          Topic.VALID,
          Topic.ARCHITECTURE,
          Topic.SAFE_BOOT,
          Topic.LIBRARIES_IN_SAFE_BOOT,
          Topic.DEPENDENCIES);

  /** The order of kmutil is not public: what is wrong with the bundle before what is owed. */
  private static final List<Topic> WITH_COLLECTIONS =
      List.of(
          Topic.READABLE,
          Topic.PRESENT,
          Topic.PRIVILEGE,
          Topic.EXCLUDE_LIST,
          Topic.LOCATION,
          Topic.AUTHENTIC,
          Topic.VALID,
          Topic.SIGNED,
          Topic.SEALED,
          Topic.ARCHITECTURE,
          Topic.DEPENDENCIES,
          Topic.SAFE_BOOT,
          Topic.BOOT_POLICY,
          Topic.APPROVED,
          Topic.RESTART,
          Topic.COLLECTION);

  private Precedence() {}

  /** Those that failed, the one that a load meets first before the others. */
  static List<Check> failed(List<Check> checks, MacOsVersion release) {
    return order(release).stream()
        .flatMap(topic -> checks.stream().filter(check -> check.topic() == topic))
        .filter(Check::isFailed)
        .toList();
  }

  private static List<Topic> order(MacOsVersion release) {
    if (release.isAtLeast(MacOsVersion.BIG_SUR)) {
      return WITH_COLLECTIONS;
    }
    return release.isAtLeast(MacSeen.HIGH_SIERRA) ? WITH_CONSENT : BEFORE_CONSENT;
  }
}
