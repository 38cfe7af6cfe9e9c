package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity;
import java.util.List;
import java.util.Optional;

/** Whether System Integrity Protection asks for signatures of kexts. */
final class KextSigningCheck {
  private KextSigningCheck() {}

  static Check of(MacSeen mac) {
    HostFact<SystemIntegrity> fact = mac.facts().integrity();
    if (!mac.isAtLeast(MacSeen.EL_CAPITAN)) {
      return Check.passed(
          Topic.KEXT_SIGNING, "There is no System Integrity Protection before macOS 10.11.");
    }
    Optional<Setting> signing = Enforcement.kextSigning(mac);
    if (signing.isEmpty()) {
      return Check.notKnown(Topic.KEXT_SIGNING, fact);
    }
    return signing.get() == Setting.ENABLED
        ? Check.passed(Topic.KEXT_SIGNING, "It is on.", Ground.of(fact))
        : Check.warned(
            Topic.KEXT_SIGNING,
            "It is off: this Mac lets in kexts that others refuse.",
            List.of(Ground.of(fact)));
  }
}
