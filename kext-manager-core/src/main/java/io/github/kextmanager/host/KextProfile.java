package io.github.kextmanager.host;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration profile says of kexts: its payload of type {@code
 * com.apple.syspolicy.kernel-extension-policy} (Apple's device management documentation,
 * SystemPolicyKernelExtensions), from macOS 10.13.2.
 *
 * @param overrides whether persons may approve kexts that are not listed
 * @param teams teams of which every validly signed kext may be loaded
 * @param extensions kexts that may be loaded, by team; those that no team signed are under the
 *     empty text
 * @param approvers who may approve, from macOS 11
 */
public record KextProfile(
    Overrides overrides,
    List<TeamIdentifier> teams,
    Map<String, List<BundleIdentifier>> extensions,
    Approvers approvers) {
  /** The type of the payload. */
  public static final String PAYLOAD_TYPE = "com.apple.syspolicy.kernel-extension-policy";

  /** Takes unmodifiable copies of the collections. */
  public KextProfile {
    teams = List.copyOf(teams);
    extensions = Map.copyOf(extensions);
  }

  /** Whether persons may approve kexts that a profile does not list. */
  public enum Overrides {
    /** They may. */
    ALLOWED,
    /** They may not; what is meant where a profile says nothing. */
    FORBIDDEN
  }

  /** Who may approve. */
  public enum Approvers {
    /** Administrators alone; what is meant where a profile says nothing. */
    ADMINISTRATORS,
    /** Every user. */
    EVERYBODY
  }

  /** What a profile does for one kext. */
  public enum Coverage {
    /** Its team is listed. */
    BY_TEAM,
    /** It is listed itself. */
    BY_EXTENSION,
    /** It is not listed, but a person may approve it. */
    LEFT_TO_PERSONS,
    /** It is not listed, and nobody may approve it. */
    FORBIDDEN
  }

  /**
   * A profile that allows one kext, and leaves the others to persons.
   *
   * @param identifier the kext
   * @param team its team; empty if no team signed it
   * @return the profile
   */
  public static KextProfile allowing(BundleIdentifier identifier, Optional<TeamIdentifier> team) {
    return new KextProfile(
        Overrides.ALLOWED,
        List.of(),
        Map.of(team.map(TeamIdentifier::value).orElse(""), List.of(identifier)),
        Approvers.ADMINISTRATORS);
  }

  /**
   * What this profile does for a kext.
   *
   * @param identifier the kext
   * @param team its team; empty if no team signed it
   * @return what it does
   */
  public Coverage of(BundleIdentifier identifier, Optional<TeamIdentifier> team) {
    if (team.filter(teams::contains).isPresent()) {
      return Coverage.BY_TEAM;
    }
    String key = team.map(TeamIdentifier::value).orElse("");
    if (extensions.getOrDefault(key, List.of()).contains(identifier)) {
      return Coverage.BY_EXTENSION;
    }
    return overrides == Overrides.ALLOWED ? Coverage.LEFT_TO_PERSONS : Coverage.FORBIDDEN;
  }
}
