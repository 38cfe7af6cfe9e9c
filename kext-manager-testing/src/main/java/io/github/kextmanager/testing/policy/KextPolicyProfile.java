package io.github.kextmanager.testing.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A payload {@code com.apple.syspolicy.kernel-extension-policy}, by which MDM allows kexts from
 * 10.13.2 on (Apple's device management documentation, KernelExtensionPolicy).
 *
 * @param payload its {@code PayloadUUID}
 * @param userOverrides {@code AllowUserOverrides}
 * @param allowedTeams {@code AllowedTeamIdentifiers}
 * @param allowedKexts {@code AllowedKernelExtensions}: bundle identifiers by team; the team of
 *     unsigned kexts is empty
 * @param nonAdminApprovals {@code AllowNonAdminUserApprovals}, from 11
 */
public record KextPolicyProfile(
    UUID payload,
    Permission userOverrides,
    List<String> allowedTeams,
    Map<String, List<String>> allowedKexts,
    Permission nonAdminApprovals) {

  /** Whether something is permitted. */
  public enum Permission {
    /** It is. */
    GRANTED,
    /** It is not. */
    WITHHELD
  }

  /** Takes unmodifiable copies of the collections. */
  public KextPolicyProfile {
    allowedTeams = List.copyOf(allowedTeams);
    Map<String, List<String>> copy = new TreeMap<>();
    allowedKexts.forEach((team, identifiers) -> copy.put(team, List.copyOf(identifiers)));
    allowedKexts = Collections.unmodifiableMap(copy);
  }

  /** Whether it allows a well signed kext of a team, or an unsigned one of the empty team. */
  boolean allows(String team, String identifier) {
    return (!team.isEmpty() && allowedTeams.contains(team))
        || allowedKexts.getOrDefault(team, List.of()).contains(identifier);
  }
}
