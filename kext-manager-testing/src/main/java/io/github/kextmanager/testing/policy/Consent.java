package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

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
  private final BooleanSupplier permitsKexts;

  /**
   * Nobody has allowed anything yet, and the boot policy lets in what is allowed.
   *
   * @param release the release whose rules count
   */
  public Consent(MacOsVersion release) {
    this(release, PolicyState.EMPTY, () -> true);
  }

  /**
   * Goes on where another one was.
   *
   * @param release the release whose rules count
   * @param state what was allowed
   * @param permitsKexts whether the boot policy lets kexts of others in at all
   */
  public Consent(MacOsVersion release, PolicyState state, BooleanSupplier permitsKexts) {
    this.release = release;
    this.permitsKexts = permitsKexts;
    this.identifiers.addAll(state.approvedKexts());
    this.teams.addAll(state.approvedTeams());
    this.waiting.addAll(state.waiting());
  }

  /**
   * What was allowed, as plain data.
   *
   * @return the state of now
   */
  public PolicyState state() {
    return new PolicyState(List.copyOf(identifiers), List.copyOf(teams), List.copyOf(waiting));
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
        || (permitsKexts.getAsBoolean() && isAllowed(kext));
  }

  private boolean isAllowed(KextOnDisk kext) {
    return identifiers.contains(kext.identifier())
        || kext.seal().team().filter(teams::contains).isPresent();
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
