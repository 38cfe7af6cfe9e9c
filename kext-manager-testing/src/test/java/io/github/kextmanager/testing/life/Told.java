package io.github.kextmanager.testing.life;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.verdict.Reason;
import java.util.Optional;

/** Answers in one or two words. */
final class Told {
  private Told() {}

  static String of(LoadOutcome outcome) {
    String kind = outcome.getClass().getSimpleName();
    if (outcome instanceof LoadOutcome.Refused refused) {
      return kind + " " + refused.reason();
    }
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      return kind + " " + deferred.until();
    }
    return outcome instanceof LoadOutcome.Indeterminate doubtful
        ? kind + " " + doubtful.doubt()
        : kind;
  }

  static String of(UnloadOutcome outcome) {
    String kind = outcome.getClass().getSimpleName();
    if (outcome instanceof UnloadOutcome.Refused refused) {
      return kind + " " + refused.reason();
    }
    if (outcome instanceof UnloadOutcome.InUse inUse) {
      return kind + " " + inUse.hold();
    }
    return outcome instanceof UnloadOutcome.Indeterminate doubtful
        ? kind + " " + doubtful.doubt()
        : kind;
  }

  static String of(Optional<Reason> reason) {
    return reason.map(Reason::name).orElse("");
  }
}
