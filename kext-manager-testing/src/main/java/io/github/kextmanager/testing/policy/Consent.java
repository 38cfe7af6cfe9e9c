package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which kexts a person, or MDM, has allowed. Needed from 10.13 on, but not for kexts of Apple
 * (TN2459).
 */
public final class Consent {
  private static final List<Path> PLACES_OF_APPLE =
      List.of(Path.of("/System/Library"), Path.of("/Library/Apple/System/Library"));

  private final MacOsVersion release;
  private final Set<String> identifiers = new LinkedHashSet<>();
  private final Set<String> teams = new LinkedHashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private boolean kextsEnabled = true;

  /**
   * Nobody has allowed anything yet.
   *
   * @param release the release whose rules count
   */
  public Consent(MacOsVersion release) {
    this.release = release;
  }

  /**
   * Allows one kext.
   *
   * @param identifier its bundle identifier
   */
  public void approve(String identifier) {
    identifiers.add(identifier);
    waiting.remove(identifier);
  }

  /**
   * Allows every kext of a team.
   *
   * @param team the team identifier
   */
  public void approveTeam(String team) {
    teams.add(team);
  }

  /**
   * Takes the permission of one kext back.
   *
   * @param identifier its bundle identifier
   */
  public void deny(String identifier) {
    identifiers.remove(identifier);
    waiting.remove(identifier);
  }

  /**
   * Takes the permission of a team back; kexts of it that are allowed themselves stay so.
   *
   * @param team the team identifier
   */
  public void denyTeam(String team) {
    teams.remove(team);
  }

  /** Lets nothing in but the kexts of Apple, as Full Security does on Apple silicon. */
  public void switchOff() {
    kextsEnabled = false;
  }

  /** Lets the kexts in that were allowed. */
  public void switchOn() {
    kextsEnabled = true;
  }

  /**
   * Whether a kext may be loaded. If not, the person at the Mac is asked.
   *
   * @param kext the kext
   * @return true if consent was given or is not necessary
   */
  public boolean ask(KextOnDisk kext) {
    boolean allowed = isGiven(kext);
    if (!allowed) {
      waiting.add(kext.identifier());
    }
    return allowed;
  }

  /**
   * Whether a kext may be loaded, without asking anybody.
   *
   * @param kext the kext
   * @return true if consent was given or is not necessary
   */
  public boolean isGiven(KextOnDisk kext) {
    return !release.isAtLeast(Releases.HIGH_SIERRA)
        || isOfApple(kext)
        || (kextsEnabled && isAllowed(kext));
  }

  private boolean isAllowed(KextOnDisk kext) {
    return identifiers.contains(kext.identifier())
        || kext.script().team().filter(teams::contains).isPresent();
  }

  /**
   * The kexts that a person was asked about and has not decided on.
   *
   * @return their bundle identifiers in the order in which they came up
   */
  public List<String> waiting() {
    return List.copyOf(waiting);
  }

  private static boolean isOfApple(KextOnDisk kext) {
    return PLACES_OF_APPLE.stream().anyMatch(kext.path()::startsWith);
  }
}
