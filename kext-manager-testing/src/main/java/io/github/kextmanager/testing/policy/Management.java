package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.policy.KextPolicyProfile.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What MDM says about the kexts of a Mac: profiles count from 10.13.2 on. */
public final class Management {
  private final MacOsVersion release;
  private final List<KextPolicyProfile> profiles = new ArrayList<>();
  private Enrolment enrolment;

  /** How the Mac belongs to an organisation. */
  public enum Enrolment {
    /** Not at all. */
    NONE,
    /** Enrolled, by whatever way; before 10.13.4 that alone lets every kext in. */
    ENROLLED
  }

  /**
   * What MDM says.
   *
   * @param release the release whose rules count
   * @param enrolment how the Mac belongs to an organisation
   * @param profiles the profiles on it
   */
  public Management(MacOsVersion release, Enrolment enrolment, List<KextPolicyProfile> profiles) {
    this.release = release;
    this.enrolment = enrolment;
    this.profiles.addAll(profiles);
  }

  /** Enrols the Mac. */
  public void enrol() {
    enrolment = Enrolment.ENROLLED;
  }

  /**
   * How the Mac belongs to an organisation.
   *
   * @return whether it is enrolled
   */
  public Enrolment enrolment() {
    return enrolment;
  }

  /**
   * Installs a profile; one with the same identity is replaced. The Mac is enrolled for that.
   *
   * @param profile the profile
   */
  public void install(KextPolicyProfile profile) {
    enrol();
    remove(profile.payload());
    profiles.add(profile);
  }

  /**
   * Removes a profile.
   *
   * @param payload its identity
   */
  public void remove(UUID payload) {
    profiles.removeIf(profile -> profile.payload().equals(payload));
  }

  /**
   * The profiles on the Mac, whether they count or not.
   *
   * @return them in the order in which they were installed
   */
  public List<KextPolicyProfile> profiles() {
    return List.copyOf(profiles);
  }

  /** Whether enrolment alone makes consent unnecessary. */
  boolean liftsConsent() {
    return enrolment == Enrolment.ENROLLED && !release.isAtLeast(Releases.MDM_NEEDS_PROFILES);
  }

  boolean allows(String team, String identifier) {
    return effective().stream().anyMatch(profile -> profile.allows(team, identifier));
  }

  /** Whether the person at the Mac may allow what no profile names. */
  boolean letsUsersDecide() {
    return effective().isEmpty()
        || effective().stream().anyMatch(each -> each.userOverrides() == Permission.GRANTED);
  }

  /** Whether somebody who is no administrator may. */
  boolean letsStandardUsersDecide() {
    return !release.isAtLeast(Releases.BIG_SUR)
        || effective().stream().anyMatch(each -> each.nonAdminApprovals() == Permission.GRANTED);
  }

  private List<KextPolicyProfile> effective() {
    return release.isAtLeast(Releases.MDM_PROFILES) ? profiles : List.of();
  }
}
