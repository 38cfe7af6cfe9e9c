package io.github.kextmanager.classify;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.kextmanager.verdict.Category;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows the attempts that a passage shows one after the other.
 *
 * <p>Of two attempts at the same change of the same kexts the later one counts, unless it only
 * failed with less to say. A success puts right the failures before it whose message names its
 * kext; and those of sudo, which names none, unless the command before it did. A kext that waited
 * for an approval or a restart has come when a row of a table shows it after a restart or after
 * another attempt: a row alone may be that of another version. That there was nothing to unload
 * before a load is no reason for what became of it.
 */
final class PassageHistory {
  private static final Set<Category> OF_UNLOADING =
      EnumSet.of(Category.IN_USE, Category.HAS_DEPENDENTS);

  private static final Set<Category> WAITING =
      EnumSet.of(Category.NOT_APPROVED, Category.REBOOT_REQUIRED);

  /** What the person at the keyboard puts right by trying again. */
  private static final Set<Category> OF_PRIVILEGE =
      EnumSet.of(Category.NOT_PRIVILEGED, Category.SUDO_PASSWORD_REQUIRED, Category.SUDO_DENIED);

  /** What a message says that is about unloading. */
  private static final Pattern UNLOAD =
      Pattern.compile("(?i)failed to unload|can't unload|for unload request");

  /** How an attempt ended, at its strongest. */
  private record Outcome(Attempt attempt, Weight weight) {}

  private final Map<Finding, Attempt> attempts = new HashMap<>();
  private final MessageKexts kexts;

  private final Map<Request, ByKext<Outcome>> later = new EnumMap<>(Request.class);
  private final Map<Request, ByKext<Finding>> succeeded = new EnumMap<>(Request.class);
  private final ByKext<Finding> present = new ByKext<>();
  private final ByKext<Attempt> tried = new ByKext<>();
  private boolean restarted;
  private boolean loaded;

  private final Set<Finding> overtaken = new HashSet<>();
  private final Set<Finding> arrivals = new HashSet<>();

  private PassageHistory(List<Finding> passage) {
    kexts = MessageKexts.of(passage);
    Optional<Attempt> current = Optional.empty();
    for (Finding finding : passage) {
      Optional<Attempt> shown = Attempt.of(finding);
      current = shown.isPresent() ? shown : current;
      current.ifPresent(attempt -> attempts.put(finding, attempt));
    }
  }

  static PassageHistory of(List<Finding> passage) {
    var history = new PassageHistory(passage);
    // From the end to the beginning, so that what is known is what came later.
    for (int i = passage.size() - 1; i >= 0; i--) {
      history.weigh(passage.get(i));
    }
    return history;
  }

  /** The failures in whose place something later counts. */
  Set<Finding> overtaken() {
    return overtaken;
  }

  /** The rows that show a kext which had to wait before. */
  Set<Finding> arrivals() {
    return arrivals;
  }

  private void weigh(Finding finding) {
    if (finding.showsPresence()) {
      KextName.of(finding).forEach(kext -> present.add(kext, finding));
    }
    restarted |= finding.rule().role() == Role.RESTART;
    if (finding.isSuccess()) {
      KextName.of(finding).forEach(kext -> succeededAs(finding).add(kext, finding));
      remember(finding);
    } else if (finding.isFailure()) {
      if (isTriedAgain(finding)
          || isPutRight(finding)
          || hasArrived(finding)
          || isCleanUp(finding)) {
        overtaken.add(finding);
      }
      remember(finding);
    }
    loaded |= isOutcome(finding) && requestOf(finding) == Request.LOAD;
    Attempt.of(finding)
        .ifPresent(attempt -> attempt.kexts().forEach(kext -> tried.add(kext, attempt)));
  }

  private void remember(Finding finding) {
    Attempt attempt = attempts.get(finding);
    if (attempt != null) {
      var outcome = new Outcome(attempt, finding.rule().weight());
      attempt.kexts().forEach(kext -> laterThan(finding).add(kext, outcome));
    }
  }

  private boolean isTriedAgain(Finding failure) {
    Attempt attempt = attempts.get(failure);
    return attempt != null
        && attempt.kexts().stream()
            .flatMap(kext -> laterThan(failure).of(kext).stream())
            .filter(outcome -> !outcome.attempt().equals(attempt))
            .findFirst()
            .filter(last -> overtakes(last.attempt(), failure))
            .isPresent();
  }

  /** Whether the last attempt at the same says more than a failure of an earlier one. */
  private boolean overtakes(Attempt last, Finding failure) {
    return last.kexts().stream()
        .flatMap(kext -> laterThan(failure).of(kext).stream())
        .filter(outcome -> outcome.attempt().equals(last))
        .map(Outcome::weight)
        .anyMatch(
            weight -> weight == Weight.DONE || weight.compareTo(failure.rule().weight()) >= 0);
  }

  private boolean isPutRight(Finding failure) {
    Set<KextName> named = kexts.of(failure);
    if (!named.isEmpty()) {
      return named.stream().anyMatch(kext -> !succeededAs(failure).of(kext).isEmpty());
    }
    Attempt attempt = attempts.get(failure);
    return failure.rule().isSaidBy("sudo")
        && succeededAs(failure).isAnythingKnown(attempt == null ? Set.of() : attempt.kexts());
  }

  private boolean hasArrived(Finding failure) {
    Attempt attempt = attempts.get(failure);
    Set<KextName> attempted = attempt == null ? Set.of() : attempt.kexts();
    boolean triedAgain =
        attempted.stream()
            .flatMap(kext -> tried.of(kext).stream())
            .anyMatch(other -> !other.equals(attempt) && other.request() != Request.UNLOAD);
    Optional<Category> category = failure.rule().category();
    boolean mayArrive =
        (category.filter(WAITING::contains).isPresent() && (restarted || triedAgain))
            || (category.filter(OF_PRIVILEGE::contains).isPresent() && triedAgain);
    if (!mayArrive || requestOf(failure) == Request.UNLOAD) {
      return false;
    }
    Set<KextName> named = kexts.of(failure);
    Set<KextName> wanted = named.isEmpty() ? attempted : named;
    boolean areThere =
        !wanted.isEmpty() && wanted.stream().noneMatch(kext -> present.of(kext).isEmpty());
    if (areThere) {
      arrivals.addAll(
          wanted.stream().flatMap(kext -> present.of(kext).stream()).collect(toUnmodifiableSet()));
    }
    return areThere;
  }

  /**
   * Whether it is what an installer meets that unloads the old kext before it loads the new one.
   */
  private boolean isCleanUp(Finding failure) {
    return loaded && failure.means(Category.NOT_FOUND) && requestOf(failure) == Request.UNLOAD;
  }

  private static boolean isOutcome(Finding finding) {
    return finding.isFailure() || finding.isSuccess();
  }

  /** How later attempts at the change ended that a finding is about. */
  private ByKext<Outcome> laterThan(Finding finding) {
    return later.computeIfAbsent(requestOf(finding), request -> new ByKext<>());
  }

  private ByKext<Finding> succeededAs(Finding finding) {
    return succeeded.computeIfAbsent(requestOf(finding), request -> new ByKext<>());
  }

  private Request requestOf(Finding finding) {
    Optional<Category> category = finding.rule().category();
    if (finding.isSuccess()) {
      return finding.means(Category.OK_UNLOADED)
          ? Request.UNLOAD
          : finding.means(Category.OK_VALID) ? Request.TEST : Request.LOAD;
    }
    if (category.filter(OF_UNLOADING::contains).isPresent() || saysUnload(finding)) {
      return Request.UNLOAD;
    }
    Attempt attempt = attempts.get(finding);
    if (attempt != null) {
      return attempt.request();
    }
    return finding.rule().isSaidBy("kextunload") ? Request.UNLOAD : Request.LOAD;
  }

  private static boolean saysUnload(Finding finding) {
    return finding.lines().stream().anyMatch(line -> UNLOAD.matcher(line.text()).find());
  }
}
