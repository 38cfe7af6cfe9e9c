package io.github.kextmanager.classify;

import static java.util.stream.Collectors.toSet;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells messages about kexts that nobody asked for.
 *
 * <p>From 10.13 to 10.15 a tool that looks for the libraries of one kext copies others to the
 * protected place too, and says of each that it cannot use why (kext_tools, staging.m). That is no
 * reason why the one that was asked for did not load.
 */
final class Bystanders {
  private static final Set<Category> OF_STAGING =
      Set.of(Category.STAGING_FAILED, Category.BAD_SIGNATURE);

  /** How many lines one refusal to copy has at most. */
  private static final int LONGEST_REFUSAL = 4;

  private Bystanders() {}

  /** The failures among some findings, in the order of the text, that are about bystanders. */
  static Set<Finding> among(List<Finding> findings, Asked asked) {
    Set<KextName> wanted = wanted(findings, asked);
    if (wanted.isEmpty()) {
      return Set.of();
    }
    return findings.stream()
        .filter(finding -> finding.rule().role() == Role.COPY)
        .filter(finding -> isAnother(KextName.of(finding), wanted))
        .flatMap(refusal -> findings.stream().filter(other -> belongsTo(refusal, other, wanted)))
        .collect(toSet());
  }

  /** What was asked for; if nothing says it, what was rejected rather than not copied. */
  private static Set<KextName> wanted(List<Finding> findings, Asked asked) {
    Set<KextName> wanted = new HashSet<>(Attempt.kexts(asked.and(findings)));
    findings.stream()
        .filter(finding -> finding.rule().role() == Role.ASKED)
        .forEach(finding -> wanted.addAll(KextName.of(finding)));
    return wanted.isEmpty() ? rejected(findings) : wanted;
  }

  private static Set<KextName> rejected(List<Finding> findings) {
    Set<Evidence> lines =
        findings.stream()
            .filter(finding -> finding.rule().role() == Role.REJECTION)
            .map(Finding::firstLine)
            .collect(toSet());
    return findings.stream()
        .filter(finding -> lines.contains(finding.firstLine()))
        .flatMap(finding -> KextName.of(finding).stream())
        .collect(toSet());
  }

  private static boolean isOfStaging(Finding finding) {
    return finding.isFailure()
        && finding.rule().category().filter(OF_STAGING::contains).isPresent();
  }

  private static boolean isAnother(Set<KextName> kexts, Set<KextName> wanted) {
    return !kexts.isEmpty() && !KextName.meet(kexts, wanted);
  }

  /** Whether a finding is part of a refusal to copy: the lines right before it, and itself. */
  private static boolean belongsTo(Finding refusal, Finding other, Set<KextName> wanted) {
    int before = refusal.firstLine().line() - other.firstLine().line();
    Set<KextName> kexts = KextName.of(other);
    return isOfStaging(other)
        && other.firstLine().source() == refusal.firstLine().source()
        && before >= 0
        && before < LONGEST_REFUSAL
        && (kexts.isEmpty() || isAnother(kexts, wanted));
  }
}
