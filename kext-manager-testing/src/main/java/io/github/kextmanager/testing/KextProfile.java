package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.policy.KextPolicyProfile;
import io.github.kextmanager.testing.policy.KextPolicyProfile.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A configuration profile by which MDM allows kexts, from 10.13.2 on ({@code
 * com.apple.syspolicy.kernel-extension-policy}).
 *
 * <pre>{@code
 * mac.policy().mdm().install(KextProfile.create().allowingTeam("ABCDE12345"));
 * }</pre>
 *
 * <p>Immutable: every method that changes something returns another profile with the same identity.
 *
 * @since 0.1.0
 */
public final class KextProfile {
  /** The key of {@code AllowedKernelExtensions} under which unsigned kexts are listed. */
  public static final String UNSIGNED = "";

  private final KextPolicyProfile payload;

  private KextProfile(KextPolicyProfile payload) {
    this.payload = payload;
  }

  /**
   * A profile that allows nothing, and leaves nothing to the person at the Mac.
   *
   * @return the profile
   */
  public static KextProfile create() {
    return new KextProfile(
        new KextPolicyProfile(
            UUID.randomUUID(), Permission.WITHHELD, List.of(), Map.of(), Permission.WITHHELD));
  }

  /**
   * The same, allowing every well signed kext of a team.
   *
   * @param team the team identifier
   * @return the profile
   */
  public KextProfile allowingTeam(String team) {
    List<String> teams = new ArrayList<>(payload.allowedTeams());
    teams.add(team);
    return with(payload.userOverrides(), teams, payload.allowedKexts());
  }

  /**
   * The same, allowing one kext.
   *
   * @param team the team that signed it, or {@link #UNSIGNED}
   * @param identifier the kext
   * @return the profile
   */
  public KextProfile allowingKext(String team, BundleIdentifier identifier) {
    Map<String, List<String>> kexts = new TreeMap<>(payload.allowedKexts());
    List<String> identifiers = new ArrayList<>(kexts.getOrDefault(team, List.of()));
    identifiers.add(identifier.value());
    kexts.put(team, identifiers);
    return with(payload.userOverrides(), payload.allowedTeams(), kexts);
  }

  /**
   * The same, letting the person at the Mac allow other kexts ({@code AllowUserOverrides}).
   *
   * @return the profile
   */
  public KextProfile withUserOverrides() {
    return with(Permission.GRANTED, payload.allowedTeams(), payload.allowedKexts());
  }

  /**
   * The same, letting people allow kexts who are no administrators ({@code
   * AllowNonAdminUserApprovals}, from 11).
   *
   * @return the profile
   */
  public KextProfile withNonAdminApprovals() {
    return new KextProfile(
        new KextPolicyProfile(
            payload.payload(),
            payload.userOverrides(),
            payload.allowedTeams(),
            payload.allowedKexts(),
            Permission.GRANTED));
  }

  private KextProfile with(
      Permission userOverrides, List<String> teams, Map<String, List<String>> kexts) {
    return new KextProfile(
        new KextPolicyProfile(
            payload.payload(), userOverrides, teams, kexts, payload.nonAdminApprovals()));
  }

  KextPolicyProfile payload() {
    return payload;
  }
}
