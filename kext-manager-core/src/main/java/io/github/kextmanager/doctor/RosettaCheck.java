package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFacts.Translation;
import java.util.List;

/** Whether this process is translated, which no kext can be. */
final class RosettaCheck {
  private RosettaCheck() {}

  static Check of(MacSeen mac) {
    HostFact<Translation> fact = mac.facts().translation();
    if (fact.value().isEmpty()) {
      return Check.notKnown(Topic.ROSETTA, fact);
    }
    return fact.value().get() == Translation.NATIVE
        ? Check.passed(Topic.ROSETTA, "This process is not translated.", Ground.of(fact))
        : Check.warned(
            Topic.ROSETTA,
            "Rosetta translates this process; it translates no kext.",
            List.of(Ground.of(fact)));
  }
}
