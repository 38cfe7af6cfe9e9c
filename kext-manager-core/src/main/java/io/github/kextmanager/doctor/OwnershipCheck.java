package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.verdict.Reason;
import java.util.List;

/** Whether all of a bundle belongs to root, who alone may write it. */
final class OwnershipCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    List<Finding> findings = kext.authentication().findings();
    boolean onlyOwners =
        findings.stream()
            .allMatch(finding -> finding.diagnostic() == Diagnostic.WRONG_OWNER_OR_MODE);
    if (!mac.isThere() && onlyOwners) {
      return Check.notKnown(
          Topic.AUTHENTIC,
          "That needs the Mac: there, all of it must belong to root:wheel and be writable by root"
              + " alone.");
    }
    return kext.isAuthentic()
        ? Check.passed(
            Topic.AUTHENTIC,
            "All of it belongs to root:wheel, and root alone may write it.",
            Ground.of(kext.path().toString(), "owners and modes"))
        : Check.failed(
            Topic.AUTHENTIC,
            Reason.BAD_OWNERSHIP,
            "Files of the bundle have the wrong owner, group or mode, or links lead out of it.",
            ValidityCheck.grounds(findings, kext, mac));
  }
}
