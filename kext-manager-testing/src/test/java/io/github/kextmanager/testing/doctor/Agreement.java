package io.github.kextmanager.testing.doctor;

import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.verdict.Reason;
import java.util.Map;
import java.util.Set;

/** Whether what the tools did is what the doctor said they would do. */
final class Agreement {
  /** What a tool may say for a reason that the doctor names more exactly. */
  private static final Map<Reason, Set<Reason>> SAID =
      Map.of(
          Reason.BAD_SIGNATURE,
          // kextd says "not loadable", and from 10.13 that it could not make its protected copy.
          Set.of(Reason.BAD_SIGNATURE, Reason.KERNEL_REJECTED, Reason.STAGING_FAILED),
          Reason.EXCLUDED,
          Set.of(Reason.EXCLUDED, Reason.KERNEL_REJECTED));

  private Agreement() {}

  static boolean of(Diagnosis diagnosis, LoadOutcome outcome) {
    return switch (diagnosis.standing()) {
      case LOADED -> !(outcome instanceof LoadOutcome.Loaded) && !isRefused(outcome);
      case STOPPED -> isStopped(diagnosis.reason().orElseThrow(), outcome);
      case NOTHING_KNOWN_AGAINST_IT ->
          outcome.isLoaded() || (isRestart(outcome) && isCollectionUnknown(diagnosis));
    };
  }

  private static boolean isRefused(LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.Refused
        || outcome instanceof LoadOutcome.Indeterminate
        || outcome instanceof LoadOutcome.OtherVersionLoaded;
  }

  private static boolean isStopped(Reason reason, LoadOutcome outcome) {
    return switch (reason) {
      case NOT_APPROVED, SECURE_BOOT_POLICY -> isDeferred(outcome, Deferral.APPROVAL);
      case REBOOT_REQUIRED -> isRestart(outcome);
      case ALREADY_LOADED_DIFFERENT_VERSION -> outcome instanceof LoadOutcome.OtherVersionLoaded;
      default ->
          outcome instanceof LoadOutcome.Refused refused
              && SAID.getOrDefault(reason, Set.of(reason)).contains(refused.reason());
    };
  }

  private static boolean isRestart(LoadOutcome outcome) {
    return isDeferred(outcome, Deferral.RESTART);
  }

  private static boolean isDeferred(LoadOutcome outcome, Deferral until) {
    return outcome instanceof LoadOutcome.Deferred deferred && deferred.until() == until;
  }

  private static boolean isCollectionUnknown(Diagnosis diagnosis) {
    return diagnosis
        .check(Topic.COLLECTION)
        .filter(check -> check.result() == Check.Result.NOT_KNOWN)
        .isPresent();
  }
}
