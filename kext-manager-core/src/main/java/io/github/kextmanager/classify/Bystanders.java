package io.github.kextmanager.classify;

import static java.util.stream.Collectors.toSet;

import io.github.kextmanager.verdict.Category;
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
  /** Wordings that are about the kext that was asked for. */
  static final Set<String> ABOUT_THE_ONE_ASKED_FOR =
      Set.of(
          "Requesting load of <kext>",
          "Diagnostics for <kext>",
          "<name> failed to load -",
          "<kext> loaded successfully",
          "<kext> successfully loaded",
          "<kext> appears to be loadable");

  private static final Set<Category> OF_STAGING =
      Set.of(Category.STAGING_FAILED, Category.BAD_SIGNATURE);

  /** How many lines one refusal to copy has at most. */
  private static final int LONGEST_REFUSAL = 4;

  private Bystanders() {}

  /** The failures among some findings, in the order of the text, that are about bystanders. */
  static Set<Finding> among(List<Finding> findings, Asked asked) {
    Set<String> wanted = new HashSet<>(Attempt.kexts(asked.and(findings)));
    findings.stream()
        .filter(finding -> ABOUT_THE_ONE_ASKED_FOR.contains(finding.rule().toString()))
        .forEach(finding -> wanted.addAll(KextNames.of(finding)));
    if (wanted.isEmpty()) {
      return Set.of();
    }
    return findings.stream()
        .filter(finding -> isOfStaging(finding) && isAnother(KextNames.of(finding), wanted))
        .flatMap(refusal -> findings.stream().filter(other -> belongsTo(refusal, other, wanted)))
        .collect(toSet());
  }

  private static boolean isOfStaging(Finding finding) {
    return finding.isFailure()
        && finding.rule().category().filter(OF_STAGING::contains).isPresent();
  }

  private static boolean isAnother(Set<String> kexts, Set<String> wanted) {
    return !kexts.isEmpty() && kexts.stream().noneMatch(wanted::contains);
  }

  /** Whether a finding is part of a refusal to copy: the lines right before it, and itself. */
  private static boolean belongsTo(Finding refusal, Finding other, Set<String> wanted) {
    int before = refusal.firstLine().line() - other.firstLine().line();
    Set<String> kexts = KextNames.of(other);
    return isOfStaging(other)
        && other.firstLine().source() == refusal.firstLine().source()
        && before >= 0
        && before < LONGEST_REFUSAL
        && (kexts.isEmpty() || isAnother(kexts, wanted));
  }
}
