package io.github.kextmanager.classify;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which failures a later success has put right, in a text that shows several attempts.
 *
 * <p>A success puts right what went wrong before it in the same passage, if it came of another
 * attempt at the same change of the same kexts, or if both name the same kext: a message names what
 * stands on its line. A refusal of sudo names none; any success of the same change puts it right.
 */
final class Outlived {
  private static final Set<Category> OF_UNLOADING =
      Set.of(Category.IN_USE, Category.HAS_DEPENDENTS);

  /** A kind of change, and a name of what it was tried on. */
  private record Goal(Request request, String kext) {}

  private final Set<Request> done = new HashSet<>();
  private final Set<Goal> named = new HashSet<>();
  private final Map<Goal, Attempt> reached = new HashMap<>();

  private Outlived() {}

  /** The failures among some findings, in the order of the text, that were put right. */
  static Set<Finding> of(List<Finding> findings) {
    if (findings.stream().noneMatch(Outlived::isSuccess)) {
      return Set.of();
    }
    Map<Evidence.Source, List<Finding>> passages =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.firstLine().source(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return passages.values().stream()
        .flatMap(passage -> new Outlived().in(passage).stream())
        .collect(toUnmodifiableSet());
  }

  /** From the end to the beginning, so that what is known is what came later. */
  private Set<Finding> in(List<Finding> passage) {
    Map<Finding, Attempt> attempts = attempts(passage);
    Map<Integer, Set<String>> kextsByLine = kextsByLine(passage);
    Set<Finding> outlived = new HashSet<>();
    for (int i = passage.size() - 1; i >= 0; i--) {
      Finding finding = passage.get(i);
      Optional<Attempt> attempt = Optional.ofNullable(attempts.get(finding));
      Set<String> kexts = kextsByLine.getOrDefault(lineOf(finding), Set.of());
      if (isSuccess(finding)) {
        succeed(finding, attempt);
      } else if (finding.isFailure() && isPutRight(finding, kexts, attempt)) {
        outlived.add(finding);
      }
    }
    return outlived;
  }

  private static Map<Integer, Set<String>> kextsByLine(List<Finding> passage) {
    Map<Integer, Set<String>> kexts = new HashMap<>();
    for (Finding finding : passage) {
      kexts.computeIfAbsent(lineOf(finding), line -> new HashSet<>()).addAll(KextNames.of(finding));
    }
    return kexts;
  }

  private static int lineOf(Finding finding) {
    return finding.firstLine().line();
  }

  /** Which command each finding stands behind. */
  private static Map<Finding, Attempt> attempts(List<Finding> passage) {
    Map<Finding, Attempt> attempts = new HashMap<>();
    Optional<Attempt> current = Optional.empty();
    for (Finding finding : passage) {
      Optional<Attempt> shown = Attempt.of(finding);
      current = shown.isPresent() ? shown : current;
      current.ifPresent(attempt -> attempts.put(finding, attempt));
    }
    return attempts;
  }

  private void succeed(Finding success, Optional<Attempt> attempt) {
    Request request = requestOf(success);
    done.add(request);
    KextNames.of(success).forEach(kext -> named.add(new Goal(request, kext)));
    attempt.ifPresent(
        one -> one.kexts().forEach(kext -> reached.putIfAbsent(new Goal(request, kext), one)));
  }

  private boolean isPutRight(Finding failure, Set<String> kexts, Optional<Attempt> attempt) {
    Request request = attempt.map(Attempt::request).orElseGet(() -> usualRequest(failure));
    boolean later =
        attempt.stream()
            .flatMap(one -> one.kexts().stream())
            .map(kext -> reached.get(new Goal(request, kext)))
            .anyMatch(other -> other != null && other != attempt.get());
    return later
        || kexts.stream().anyMatch(kext -> named.contains(new Goal(request, kext)))
        || (failure.rule().isSaidBy("sudo") && done.contains(request));
  }

  private static boolean isSuccess(Finding finding) {
    return finding.rule().weight() == Weight.DONE;
  }

  private static Request requestOf(Finding success) {
    if (success.means(Category.OK_UNLOADED)) {
      return Request.UNLOAD;
    }
    return success.means(Category.OK_VALID) ? Request.TEST : Request.LOAD;
  }

  private static Request usualRequest(Finding failure) {
    boolean unload =
        failure.rule().isSaidBy("kextunload")
            || failure.rule().category().filter(OF_UNLOADING::contains).isPresent();
    return unload ? Request.UNLOAD : Request.LOAD;
  }
}
