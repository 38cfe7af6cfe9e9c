package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.DiagnosticCategory;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Set;

/** Whether the bundle is well made. */
final class ValidityCheck implements Examination {
  /** These are looked at by other checks. */
  private static final Set<Diagnostic> ELSEWHERE =
      Set.of(
          Diagnostic.ARCHITECTURE_NOT_FOUND,
          Diagnostic.NOT_SIGNED,
          Diagnostic.NOT_IN_SAFE_BOOT,
          Diagnostic.DEPENDENCIES_NOT_IN_SAFE_BOOT);

  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    boolean isValid = kext.isValid();
    List<Finding> findings =
        kext.validation().findings().stream()
            .filter(finding -> !ELSEWHERE.contains(finding.diagnostic()))
            .filter(finding -> isValid || isFailure(finding, mac))
            .toList();
    String rules =
        mac.hasCollections()
            ? " (by the rules of macOS 10.15: those of later releases are not public)"
            : "";
    if (!isValid) {
      return Check.failed(
          Topic.VALID,
          Reason.INVALID_BUNDLE,
          "The bundle is malformed%s.".formatted(rules),
          grounds(findings, kext, mac));
    }
    return findings.isEmpty()
        ? Check.passed(Topic.VALID, "The bundle is well made%s.".formatted(rules))
        : Check.warned(
            Topic.VALID,
            "The bundle is well made, with remarks%s.".formatted(rules),
            grounds(findings, kext, mac));
  }

  private static boolean isFailure(Finding finding, MacSeen mac) {
    return finding.diagnostic().category(mac.target().release())
        == DiagnosticCategory.VALIDATION_FAILURES;
  }

  static List<Ground> grounds(List<Finding> findings, RepositoryKext kext, MacSeen mac) {
    return findings.stream().map(finding -> ground(finding, kext, mac)).toList();
  }

  private static Ground ground(Finding finding, RepositoryKext kext, MacSeen mac) {
    String place = finding.value(mac.target().release()).map(" (%s)"::formatted).orElse("");
    String found = finding.found().map(", found: %s"::formatted).orElse("");
    return Ground.of(
        kext.path().toString(),
        finding.diagnostic().rule() + place + found + " " + finding.diagnostic().remedy());
  }
}
