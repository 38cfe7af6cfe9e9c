package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param topic what was looked at
 * @param result how it stands
 * @param reason for which reason a load would be refused because of it; there is one whenever it
 *     failed, and where a kext runs that would be refused if it were loaded anew
 * @param said one sentence for people; if it is not known, why
 * @param grounds what that rests on
 */
public record Check(
    Topic topic, Result result, Optional<Reason> reason, String said, List<Ground> grounds) {
  /** Takes an unmodifiable copy of the list. */
  public Check {
    grounds = List.copyOf(grounds);
    if (result == Result.FAILED && reason.isEmpty()) {
      throw new IllegalArgumentException("A check that failed has a reason: " + topic);
    }
  }

  /** How something stands, from the worst to the best. */
  public enum Result {
    /** It stops the kext from being loaded. */
    FAILED,
    /** It stops nothing now, and somebody should know it. */
    WARNED,
    /** It could not be found out. */
    NOT_KNOWN,
    /** It is as it should be. */
    PASSED
  }

  static Check passed(Topic topic, String said, Ground... grounds) {
    return new Check(topic, Result.PASSED, Optional.empty(), said, List.of(grounds));
  }

  static Check warned(Topic topic, String said, List<Ground> grounds) {
    return new Check(topic, Result.WARNED, Optional.empty(), said, grounds);
  }

  static Check failed(Topic topic, Reason reason, String said, List<Ground> grounds) {
    return new Check(topic, Result.FAILED, Optional.of(reason), said, grounds);
  }

  static Check notKnown(Topic topic, String because, Ground... grounds) {
    return new Check(topic, Result.NOT_KNOWN, Optional.empty(), because, List.of(grounds));
  }

  /** Something depends on a fact that is not known. */
  static Check notKnown(Topic topic, HostFact<?> fact) {
    return fact instanceof NotKnown<?> unknown
        ? notKnown(topic, unknown.because(), Ground.of(fact))
        : notKnown(topic, "What was answered says nothing about it.", Ground.of(fact));
  }

  boolean isFailed() {
    return result == Result.FAILED;
  }
}
