package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.InstalledProfiles;
import io.github.kextmanager.host.InstalledProfiles.Installed;
import io.github.kextmanager.host.KextProfile.Coverage;
import io.github.kextmanager.host.MdmEnrolment;
import io.github.kextmanager.host.MdmEnrolment.Standing;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.Optional;

/**
 * What the management of a Mac does for one kext.
 *
 * @param mac the Mac
 * @param identifier the kext
 * @param team its team, if its signature names one
 */
record ManagedKext(MacSeen mac, BundleIdentifier identifier, Optional<TeamIdentifier> team) {
  private static final MacOsVersion PROFILES_COUNT = new MacOsVersion(10, 13, 2);

  /** Up to 10.13.3, being managed let every kext in. */
  private static final MacOsVersion MANAGED_MUST_ALLOW = new MacOsVersion(10, 13, 4);

  /** The profile that allows it. */
  Optional<Ground> allowing() {
    return with(Coverage.BY_TEAM, "allows its team")
        .or(() -> with(Coverage.BY_EXTENSION, "allows it"));
  }

  /** The profile that lets no person approve it, where none allows it or leaves it to persons. */
  Optional<Ground> forbidding() {
    return allowing().isPresent() || with(Coverage.LEFT_TO_PERSONS, "").isPresent()
        ? Optional.empty()
        : with(Coverage.FORBIDDEN, "lets no person approve other kexts than it lists");
  }

  private Optional<Ground> with(Coverage coverage, String what) {
    if (!mac.isAtLeast(PROFILES_COUNT)) {
      return Optional.empty();
    }
    HostFact<InstalledProfiles> fact = mac.facts().profiles();
    return fact.value().stream()
        .flatMap(profiles -> profiles.kexts().stream())
        .filter(installed -> installed.policy().of(identifier, team) == coverage)
        .findFirst()
        .map(Installed::profile)
        .map(profile -> Ground.of(fact.asked(), "profile %s %s".formatted(profile, what)));
  }

  boolean isLetInByManagement() {
    return !mac.isAtLeast(MANAGED_MUST_ALLOW);
  }

  /** Whether it is managed at all, as two programs tell it; empty if neither knows. */
  Optional<Ground> management() {
    HostFact<MdmEnrolment> enrolment = mac.facts().enrolment();
    HostFact<InstalledProfiles> profiles = mac.facts().profiles();
    if (enrolment.value().filter(is -> is.standing() != Standing.NOT_ENROLLED).isPresent()) {
      return Optional.of(Ground.of(enrolment));
    }
    return profiles
        .value()
        .filter(all -> all.management() == Setting.ENABLED)
        .map(all -> Ground.of(profiles.asked(), "a profile with the payload com.apple.mdm"));
  }

  boolean isKnownToBeUnmanaged() {
    return management().isEmpty() && mac.facts().profiles().value().isPresent();
  }
}
