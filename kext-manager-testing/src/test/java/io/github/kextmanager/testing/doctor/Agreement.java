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
public final class Agreement {
  /** What a tool may say for a reason that the doctor names more exactly. */
  private static final Map<Reason, Set<Reason>> SAID =
      Map.of(
          Reason.BAD_SIGNATURE,
          // kextd says "not loadable", and from 10.13 that it could not make its protected copy.
          Set.of(Reason.BAD_SIGNATURE, Reason.KERNEL_REJECTED, Reason.STAGING_FAILED),
          Reason.MISSING_DEPENDENCY,
          // Up to 10.12 the fault of a library is told as one of the kext.
          Set.of(Reason.MISSING_DEPENDENCY, Reason.BAD_OWNERSHIP, Reason.KERNEL_REJECTED),
          Reason.EXCLUDED,
          Set.of(Reason.EXCLUDED, Reason.KERNEL_REJECTED));

  private Agreement() {}

  public static boolean of(Diagnosis diagnosis, LoadOutcome outcome) {
    return switch (diagnosis.standing()) {
      case LOADED -> isStillLoaded(diagnosis, outcome);
      case STOPPED ->
          isStopped(diagnosis.reason().orElseThrow(), outcome)
              || wasAsDoubtful(diagnosis, outcome)
              || (isLet(outcome) && isNotKnown(diagnosis, Topic.COLLECTION));
      case NOTHING_KNOWN_AGAINST_IT -> isLet(outcome) || wasAsDoubtful(diagnosis, outcome);
    };
  }

  private static boolean isStillLoaded(Diagnosis diagnosis, LoadOutcome outcome) {
    return outcome instanceof LoadOutcome.OtherVersionLoaded
        ? isNotKnown(diagnosis, Topic.LOADED_VERSION)
        : !(outcome instanceof LoadOutcome.Loaded
            || outcome instanceof LoadOutcome.Refused
            || outcome instanceof LoadOutcome.Indeterminate);
  }

  /** What comes of it if nobody stops it: that its code fails when it starts, nobody foresees. */
  private static boolean isLet(LoadOutcome outcome) {
    return outcome.isLoaded()
        || outcome instanceof LoadOutcome.Accepted
        || isRefused(outcome, Reason.START_STOP_FAILED);
  }

  private static boolean isRefused(LoadOutcome outcome, Reason reason) {
    return outcome instanceof LoadOutcome.Refused refused && refused.reason() == reason;
  }

  /** What stopped it is one of the things that the doctor could not find out. */
  private static boolean wasAsDoubtful(Diagnosis diagnosis, LoadOutcome outcome) {
    return (isDeferred(outcome, Deferral.APPROVAL) && isNotKnown(diagnosis, Topic.APPROVED))
        || (isRefused(outcome, Reason.MISSING_DEPENDENCY)
            && (isNotKnown(diagnosis, Topic.DEPENDENCIES)
                || isNotKnown(diagnosis, Topic.LIBRARIES_APPROVED)))
        || (isDeferred(outcome, Deferral.RESTART) && isNotKnown(diagnosis, Topic.COLLECTION));
  }

  private static boolean isStopped(Reason reason, LoadOutcome outcome) {
    return switch (reason) {
      case NOT_APPROVED -> isDeferred(outcome, Deferral.APPROVAL);
      case REBOOT_REQUIRED -> isDeferred(outcome, Deferral.RESTART);
      case ALREADY_LOADED_DIFFERENT_VERSION -> outcome instanceof LoadOutcome.OtherVersionLoaded;
      default ->
          outcome instanceof LoadOutcome.Refused refused
              && SAID.getOrDefault(reason, Set.of(reason)).contains(refused.reason());
    };
  }

  private static boolean isDeferred(LoadOutcome outcome, Deferral until) {
    return outcome instanceof LoadOutcome.Deferred deferred && deferred.until() == until;
  }

  private static boolean isNotKnown(Diagnosis diagnosis, Topic topic) {
    return diagnosis
        .check(topic)
        .filter(check -> check.result() == Check.Result.NOT_KNOWN)
        .isPresent();
  }
}
