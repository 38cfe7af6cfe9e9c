package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.verdict.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the libraries of a kext that do not come with macOS would be let in: kextd asks for it
 * from 10.11 (signatures) and 10.13 (owners, approval) on, kext_tools-426 and -502.
 */
final class LibraryTrust {
  private final MacSeen mac;

  LibraryTrust(MacSeen mac) {
    this.mac = mac;
  }

  Check of(List<RepositoryKext> libraries) {
    List<Ground> failed = new ArrayList<>();
    List<Ground> notKnown = new ArrayList<>();
    for (RepositoryKext library : libraries) {
      for (Check check : checks(library)) {
        Ground ground = Ground.of(library.path().toString(), check.said());
        if (check.isFailed()) {
          failed.add(ground);
        } else if (isOpenApproval(check)) {
          notKnown.add(ground);
        }
      }
    }
    if (!failed.isEmpty()) {
      return failed(failed);
    }
    return notKnown.isEmpty()
        ? Check.passed(Topic.DEPENDENCIES, "Everything that it links against is there.")
        : Check.notKnown(
            Topic.DEPENDENCIES,
            "Everything that it links against is there; whether all of it is allowed is not known.",
            notKnown.toArray(Ground[]::new));
  }

  private Check failed(List<Ground> grounds) {
    String said = "A kext of others that it links against would not be let in itself.";
    return mac.hasCollections()
        ? Check.warned(Topic.DEPENDENCIES, said, grounds)
        : Check.failed(Topic.DEPENDENCIES, Reason.MISSING_DEPENDENCY, said, grounds);
  }

  private boolean isOpenApproval(Check check) {
    return !mac.hasCollections()
        && check.topic() == Topic.APPROVED
        && check.result() == Check.Result.NOT_KNOWN;
  }

  private List<Check> checks(RepositoryKext library) {
    List<Check> checks = new ArrayList<>();
    checks.add(new OwnershipCheck().of(library, mac));
    if (mac.isAtLeast(MacSeen.EL_CAPITAN)) {
      checks.add(new SignatureCheck().of(library, mac));
      checks.add(new SealCheck().of(library, mac));
    }
    checks.add(new ApprovalCheck().of(library, mac));
    return checks;
  }
}
