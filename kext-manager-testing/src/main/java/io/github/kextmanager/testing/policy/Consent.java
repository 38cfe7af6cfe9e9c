package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.KextDecision.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which kexts a person, or MDM, has allowed. Needed from 10.13 on, but not for kexts of Apple
 * (TN2459).
 *
 * <p>Not safe for use by multiple threads.
 */
public final class Consent {
  private static final List<Path> PLACES_OF_APPLE =
      List.of(Path.of("/System/Library"), Path.of("/Library/Apple/System/Library"));

  /** How long the person at the Mac can answer, up to 10.15 (TN2459). */
  private static final Duration PROMPT = Duration.ofMinutes(30);

  private static final int OF_NOBODY = 0;
  private static final int ASKED_ABOUT = 1;
  private static final int BEFORE_UPGRADE = 8;

  private final Supplier<PolicySituation> situation;
  private final InstantSource clock;
  private final Management management;
  private final LoadHistory history;
  private final KextDecisions decisions;

  /** Who sits before the Mac. */
  public enum Person {
    /** Somebody with the password of an administrator. */
    ADMINISTRATOR,
    /** Somebody without. */
    STANDARD_USER
  }

  /**
   * Nobody has allowed anything yet, on an Intel Mac with the firmware of a new one.
   *
   * @param release the release whose rules count
   */
  public Consent(MacOsVersion release) {
    this(
        new Platform(release, CpuType.X86_64),
        PolicyState.EMPTY,
        () -> Firmware.NEW,
        InstantSource.system(),
        LoadHistory.ofNobody());
  }

  /**
   * Goes on where another one was.
   *
   * @param platform whose rules count
   * @param state what was allowed
   * @param firmware what counts since the last start
   * @param clock the time of the Mac
   * @param history where it is written down who asked
   */
  public Consent(
      Platform platform,
      PolicyState state,
      Supplier<Firmware> firmware,
      InstantSource clock,
      LoadHistory history) {
    this.situation = () -> new PolicySituation(platform, firmware.get());
    this.clock = clock;
    this.history = history;
    this.management = new Management(platform.release(), state.enrolment(), state.profiles());
    this.decisions = new KextDecisions(state);
  }

  /**
   * What was allowed, as plain data.
   *
   * @return the state of now
   */
  public PolicyState state() {
    return new PolicyState(
        decisions.rows(),
        decisions.teams(),
        management.enrolment(),
        management.profiles(),
        history.records());
  }

  /**
   * What MDM says.
   *
   * @return its part in this
   */
  public Management management() {
    return management;
  }

  /**
   * Allows one kext, whoever does and whether anybody was asked or not.
   *
   * @param identifier its bundle identifier
   */
  public void approve(String identifier) {
    decisions.decide(identifier, Answer.ALLOWED, clock.instant());
  }

  /**
   * Allows a kext because it was there before an upgrade from a release that asked nobody.
   *
   * @param kext the kext
   */
  public void inherit(KextOnDisk kext) {
    put(kext, Answer.ALLOWED, BEFORE_UPGRADE);
  }

  /**
   * Allows every kext of a team.
   *
   * @param team the team identifier
   */
  public void approveTeam(String team) {
    decisions.approveTeam(team);
  }

  /**
   * Takes the permission of one kext back.
   *
   * @param identifier its bundle identifier
   */
  public void deny(String identifier) {
    decisions.decide(identifier, Answer.DENIED, clock.instant());
  }

  /**
   * Takes the permission of a team back, and that of every kext that is known to be of it.
   *
   * @param team the team identifier
   */
  public void denyTeam(String team) {
    decisions.denyTeam(team);
  }

  /** Takes every permission back that a person has given. */
  public void forgetApprovals() {
    decisions.forget();
  }

  /**
   * What the person at the Mac does who presses "Allow".
   *
   * @param person who that is
   * @param identifier the kext
   * @return why there is no such button, or empty if it was pressed
   */
  public Optional<String> press(Person person, String identifier) {
    if (!waiting().contains(identifier)) {
      return Optional.of("nobody is asked about " + identifier);
    }
    if (person == Person.STANDARD_USER && !management.letsStandardUsersDecide()) {
      return Optional.of("only an administrator may allow kexts");
    }
    approve(identifier);
    return Optional.empty();
  }

  /**
   * Whether a kext may be loaded. If not, the person at the Mac is asked, unless MDM forbids that.
   *
   * @param kext the kext
   * @return true if consent was given or is not necessary
   */
  public boolean ask(KextOnDisk kext) {
    boolean allowed = isGiven(kext);
    if (isOfApple(kext)) {
      return allowed;
    }
    history.note(kext);
    boolean isNew = decisions.answer(kext.identifier()) == Answer.WAITING;
    if (!allowed && isNew && management.letsUsersDecide()) {
      put(kext, Answer.WAITING, team(kext).isEmpty() ? OF_NOBODY : ASKED_ABOUT);
    }
    return allowed;
  }

  private void put(KextOnDisk kext, Answer answer, int flags) {
    decisions.put(
        new KextDecision(
            team(kext), kext.identifier(), answer, developer(kext), flags, clock.instant()));
  }

  /**
   * Whether a kext may be loaded, without asking anybody.
   *
   * @param kext the kext
   * @return true if consent was given or is not necessary
   */
  public boolean isGiven(KextOnDisk kext) {
    PolicySituation now = situation.get();
    if (!now.asksForConsent() || management.liftsConsent() || isOfApple(kext)) {
      return true;
    }
    String team = team(kext);
    if (isAllowedByMdm(team, kext.identifier())) {
      return true;
    }
    boolean denied = decisions.answer(kext.identifier()) == Answer.DENIED;
    boolean byTeam = decisions.allowTeam(team) || now.teamsWithoutConsent().contains(team);
    return now.mayDecide(KextManagement.USER)
        && (decisions.answer(kext.identifier()) == Answer.ALLOWED || (byTeam && !denied));
  }

  private boolean isAllowedByMdm(String team, String identifier) {
    return situation.get().mayDecide(KextManagement.MDM) && management.allows(team, identifier);
  }

  /**
   * The kexts that a person is asked about and has not decided on. Nobody is asked about what MDM
   * has allowed meanwhile.
   *
   * @return their bundle identifiers in the order in which they came up
   */
  public List<String> waiting() {
    Instant oldest = clock.instant().minus(PROMPT);
    boolean expires = situation.get().promptsExpire();
    return decisions.rows().stream()
        .filter(decision -> decision.answer() == Answer.WAITING)
        .filter(decision -> !expires || decision.askedAt().isAfter(oldest))
        .filter(decision -> !isAllowedByMdm(decision.team(), decision.identifier()))
        .map(KextDecision::identifier)
        .toList();
  }

  /**
   * The table {@code kext_policy} of the KextPolicy database.
   *
   * @return its rows
   */
  public Collection<KextDecision> decisions() {
    return decisions.rows();
  }

  /**
   * The teams that were allowed as a whole.
   *
   * @return their identifiers
   */
  public List<String> teams() {
    return decisions.teams();
  }

  /**
   * The table {@code kext_load_history_v3} of the KextPolicy database.
   *
   * @return its rows
   */
  public List<LoadRecord> history() {
    return history.records();
  }

  private static String team(KextOnDisk kext) {
    return kext.seal().isForKexts() ? kext.seal().team().orElse("") : "";
  }

  private static String developer(KextOnDisk kext) {
    String team = team(kext);
    String name = kext.info().string("CFBundleName").orElse(kext.identifier());
    return team.isEmpty() ? KextDecisions.unidentified(name) : team;
  }

  private static boolean isOfApple(KextOnDisk kext) {
    return PLACES_OF_APPLE.stream().anyMatch(kext.path()::startsWith);
  }
}
