package io.github.kextmanager.operation;

import io.github.kextmanager.host.BootPolicy;
import io.github.kextmanager.host.BootPolicy.SecureBoot;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.operation.Loader.Insistence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waits for what others must do. No change is held up meanwhile: only the attempts to load take
 * their turn.
 *
 * <p>Thread-safe.
 */
public final class Waiter {
  /** How long the button to allow is there (TN2459). */
  private static final Duration PROMPT = Duration.ofMinutes(30);

  /** How often macOS is asked again where nobody may read who allowed what. */
  private static final Duration BLIND = Duration.ofSeconds(30);

  private final Mac mac;

  /**
   * Creates a waiter.
   *
   * @param mac where it waits
   */
  public Waiter(Mac mac) {
    this.mac = mac;
  }

  /**
   * Loads kexts, and loads them again when they were allowed, until none of them waits for an
   * approval.
   *
   * @param request the kexts
   * @param waiting how long, and whom to tell
   * @return the outcomes of the last attempt; if the thread is interrupted, the last there were,
   *     and the flag is set again
   */
  public List<LoadOutcome> awaitApproval(LoadRequest request, Waiting waiting) {
    Loader loader = new Loader(mac);
    Instant begun = now();
    List<LoadOutcome> outcomes = ask(loader, request, waiting);
    if (!isAwaited(outcomes) || Thread.currentThread().isInterrupted()) {
      return outcomes;
    }
    Optional<String> hopeless = hopeless();
    if (hopeless.isPresent()) {
      waiting.listener().accept(new WaitEvent.Hopeless(hopeless.get()));
      return outcomes;
    }
    Instant asked = begun;
    Cause last = Cause.NONE;
    while (isAwaited(outcomes) && elapsed(begun).compareTo(waiting.deadline()) < 0) {
      if (!pause(waiting, begun)) {
        return outcomes;
      }
      List<BundleIdentifier> awaited = awaited(outcomes);
      Cause cause = cause(probe().policy(), awaited, elapsed(asked), last);
      if (cause == Cause.NONE) {
        waiting.listener().accept(new WaitEvent.StillWaiting(elapsed(begun)));
      } else {
        event(cause).ifPresent(waiting.listener());
        last = cause;
        asked = now();
        outcomes = ask(loader, request, waiting);
      }
    }
    return outcomes;
  }

  /** Why macOS is asked again. */
  private enum Cause {
    APPROVED,
    PROMPT_EXPIRED,
    NOBODY_CAN_TELL,
    NONE
  }

  /** Where everything is allowed and macOS still says no, it is asked no oftener than blindly. */
  private static Cause cause(
      HostFact<KextPolicy> policy,
      List<BundleIdentifier> awaited,
      Duration sinceAsked,
      Cause last) {
    boolean mayAskBlindly = sinceAsked.compareTo(BLIND) >= 0;
    boolean allowed = policy.value().filter(known -> areAllowed(awaited, known)).isPresent();
    if (allowed && (last != Cause.APPROVED || mayAskBlindly)) {
      return Cause.APPROVED;
    }
    if (sinceAsked.compareTo(PROMPT) >= 0) {
      return Cause.PROMPT_EXPIRED;
    }
    boolean tells = policy.value().filter(known -> tells(awaited, known)).isPresent();
    return !tells && mayAskBlindly ? Cause.NOBODY_CAN_TELL : Cause.NONE;
  }

  private static Optional<WaitEvent> event(Cause cause) {
    return switch (cause) {
      case APPROVED -> Optional.of(new WaitEvent.Approved());
      case PROMPT_EXPIRED -> Optional.of(new WaitEvent.PromptExpired());
      case NOBODY_CAN_TELL, NONE -> Optional.empty();
    };
  }

  private List<LoadOutcome> ask(Loader loader, LoadRequest request, Waiting waiting) {
    List<LoadOutcome> outcomes = loader.load(request, Insistence.TRUST_THE_LOOK);
    waiting.listener().accept(new WaitEvent.Asked(outcomes));
    return outcomes;
  }

  private static List<BundleIdentifier> awaited(List<LoadOutcome> outcomes) {
    return outcomes.stream().filter(Waiter::isAwaited).map(LoadOutcome::identifier).toList();
  }

  private static boolean isAwaited(List<LoadOutcome> outcomes) {
    return outcomes.stream().anyMatch(Waiter::isAwaited);
  }

  private static boolean isAwaited(LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.Deferred deferred
        && deferred.until() == Deferral.APPROVAL;
  }

  private static boolean areAllowed(List<BundleIdentifier> kexts, KextPolicy policy) {
    return kexts.stream()
        .allMatch(kext -> policy.permissionOf(kext).filter(Permission.ALLOWED::equals).isPresent());
  }

  /** Rows of several teams may differ, and which of them counts is not known here. */
  private static boolean tells(List<BundleIdentifier> kexts, KextPolicy policy) {
    return kexts.stream()
        .noneMatch(
            kext -> policy.permissionOf(kext).filter(Permission.CONTRADICTED::equals).isPresent());
  }

  /** What no approval can overcome: a boot policy, which only its owner changes in recoveryOS. */
  private Optional<String> hopeless() {
    if (!new Looker(mac).release().isAtLeast(MacOsVersion.BIG_SUR)) {
      return Optional.empty();
    }
    return probe()
        .bootPolicy()
        .value()
        .filter(Waiter::forbidsKexts)
        .map(
            policy ->
                "The boot policy of this Mac (%s) lets no kexts of others in, whatever is approved."
                    .formatted(policy.secureBoot()));
  }

  private static boolean forbidsKexts(BootPolicy policy) {
    return policy.secureBoot() == SecureBoot.FULL
        || policy.kernelExtensions().filter(Setting.DISABLED::equals).isPresent();
  }

  /**
   * Looks until a kext is loaded, whoever loads it, and asks for nothing.
   *
   * @param identifier the kext
   * @param waiting how long, and whom to tell
   * @return what the last look showed
   */
  public KextStatus awaitLoaded(BundleIdentifier identifier, Waiting waiting) {
    Looker looker = new Looker(mac);
    Instant begun = now();
    KextStatus status = looker.status(identifier);
    while (status.loaded().isEmpty()
        && elapsed(begun).compareTo(waiting.deadline()) < 0
        && pause(waiting, begun)) {
      status = looker.status(identifier);
      if (status.loaded().isEmpty()) {
        waiting.listener().accept(new WaitEvent.StillWaiting(elapsed(begun)));
      }
    }
    return status;
  }

  /** Returns false if the thread was interrupted. */
  private boolean pause(Waiting waiting, Instant begun) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    Duration left = waiting.deadline().minus(elapsed(begun));
    try {
      mac.pause().pause(left.compareTo(waiting.interval()) < 0 ? left : waiting.interval());
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HostProbe probe() {
    return new HostProbe(
        mac.runner(), mac.root(), mac.host().privilege(mac.commands()), mac.deadlines().look());
  }

  private Instant now() {
    return mac.clock().instant();
  }

  private Duration elapsed(Instant since) {
    return Duration.between(since, now());
  }
}
