package io.github.kextmanager.classify;

import io.github.kextmanager.verdict.Category;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the attempts that a passage shows one after the other.
 *
 * <p>Of two attempts at the same change of the same kexts the later one counts, unless it only
 * failed with less to say. Where no commands are shown, a success puts right the failures before it
 * that name its kext on their line, and those of sudo, which names none. A kext that waited for an
 * approval or a restart has come when a row of a table shows it.
 */
final class PassageHistory {
  private static final Set<Category> OF_UNLOADING =
      Set.of(Category.IN_USE, Category.HAS_DEPENDENTS);

  private static final Set<Category> WAITING =
      Set.of(Category.NOT_APPROVED, Category.REBOOT_REQUIRED);

  /** Where the rest of a message is that was wrapped, from the nearest line on. */
  private static final List<Integer> WRAPPED = List.of(0, 1, 2, -1, -2);

  /** A kind of change, and a name of what it was tried on. */
  private record Goal(Request request, String kext) {}

  /** How an attempt ended, at its strongest. */
  private record Outcome(Attempt attempt, Weight weight) {}

  private final Map<Finding, Attempt> attempts = new HashMap<>();
  private final Map<Integer, Set<String>> kextsOfLines = new HashMap<>();

  private final Map<Goal, Outcome> later = new HashMap<>();
  private final Set<Goal> succeeded = new HashSet<>();
  private final Set<Request> done = new HashSet<>();
  private final Map<String, Finding> present = new HashMap<>();

  private final Set<Finding> overtaken = new HashSet<>();
  private final Set<Finding> arrivals = new HashSet<>();

  private PassageHistory() {}

  static PassageHistory of(List<Finding> passage) {
    var history = new PassageHistory();
    history.lookAt(passage);
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

  private void lookAt(List<Finding> passage) {
    Optional<Attempt> current = Optional.empty();
    for (Finding finding : passage) {
      Optional<Attempt> shown = Attempt.of(finding);
      current = shown.isPresent() ? shown : current;
      current.ifPresent(attempt -> attempts.put(finding, attempt));
      if (!finding.isSuccess() && !finding.showsPresence()) {
        kextsOfLines
            .computeIfAbsent(finding.firstLine().line(), line -> new HashSet<>())
            .addAll(KextNames.of(finding));
      }
    }
  }

  private void weigh(Finding finding) {
    if (finding.showsPresence()) {
      KextNames.of(finding).forEach(kext -> present.put(kext, finding));
    }
    if (finding.isSuccess()) {
      Request request = requestOf(finding);
      done.add(request);
      KextNames.of(finding).forEach(kext -> succeeded.add(new Goal(request, kext)));
      remember(finding, request);
    } else if (finding.isFailure()) {
      Request request = requestOf(finding);
      if (isOvertaken(finding, request) || hasArrived(finding)) {
        overtaken.add(finding);
      }
      remember(finding, request);
    }
  }

  private void remember(Finding finding, Request request) {
    Attempt attempt = attempts.get(finding);
    if (attempt != null) {
      var outcome = new Outcome(attempt, finding.rule().weight());
      attempt
          .kexts()
          .forEach(kext -> later.merge(new Goal(request, kext), outcome, PassageHistory::latest));
    }
  }

  /** Of the latest attempt, the strongest that was said. */
  private static Outcome latest(Outcome known, Outcome earlier) {
    return known.attempt().equals(earlier.attempt())
            && earlier.weight().compareTo(known.weight()) > 0
        ? earlier
        : known;
  }

  private boolean isOvertaken(Finding failure, Request request) {
    return isTriedAgain(failure, request)
        || kextsOf(failure).stream().anyMatch(kext -> succeeded.contains(new Goal(request, kext)))
        || (failure.rule().isSaidBy("sudo") && done.contains(request));
  }

  private boolean isTriedAgain(Finding failure, Request request) {
    Attempt attempt = attempts.get(failure);
    return attempt != null
        && attempt.kexts().stream()
            .map(kext -> later.get(new Goal(request, kext)))
            .anyMatch(outcome -> outcome != null && overtakes(outcome, attempt, failure));
  }

  private static boolean overtakes(Outcome outcome, Attempt attempt, Finding failure) {
    return !outcome.attempt().equals(attempt)
        && (outcome.weight() == Weight.DONE
            || outcome.weight().compareTo(failure.rule().weight()) >= 0);
  }

  private boolean hasArrived(Finding failure) {
    if (failure.rule().category().filter(WAITING::contains).isEmpty()) {
      return false;
    }
    Set<String> kexts = new HashSet<>(kextsOf(failure));
    Optional.ofNullable(attempts.get(failure)).ifPresent(attempt -> kexts.addAll(attempt.kexts()));
    List<Finding> rows =
        kexts.stream().filter(present::containsKey).map(present::get).distinct().toList();
    arrivals.addAll(rows);
    return !rows.isEmpty();
  }

  /** What stands on the line of a finding, or else around it: a message may be wrapped. */
  private Set<String> kextsOf(Finding finding) {
    int line = finding.firstLine().line();
    return WRAPPED.stream()
        .map(further -> kextsOfLines.getOrDefault(line + further, Set.of()))
        .filter(kexts -> !kexts.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private Request requestOf(Finding finding) {
    if (finding.isSuccess()) {
      return finding.means(Category.OK_UNLOADED)
          ? Request.UNLOAD
          : finding.means(Category.OK_VALID) ? Request.TEST : Request.LOAD;
    }
    return Optional.ofNullable(attempts.get(finding))
        .map(Attempt::request)
        .orElseGet(() -> usualRequest(finding));
  }

  private static Request usualRequest(Finding failure) {
    boolean unload =
        failure.rule().isSaidBy("kextunload")
            || failure.rule().category().filter(OF_UNLOADING::contains).isPresent();
    return unload ? Request.UNLOAD : Request.LOAD;
  }
}
