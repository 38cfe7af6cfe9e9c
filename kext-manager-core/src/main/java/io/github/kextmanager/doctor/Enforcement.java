package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a kext whose signature is bad: security.c of kext_tools-326 (10.9), -384 (10.10)
 * and -426 (10.11).
 */
final class Enforcement {
  private static final Path LOCAL = Path.of("/Library/Extensions");
  private static final String DEVELOPER_MODE = "kext-dev-mode=1";

  private final MacSeen mac;

  Enforcement(MacSeen mac) {
    this.mac = mac;
  }

  /** The check of a kext whose signature is bad. */
  Check bad(Topic topic, String said, RepositoryKext kext, Ground ground) {
    if (!mac.isAtLeast(MacSeen.MAVERICKS)) {
      return Check.passed(topic, "Signatures are not looked at before macOS 10.9.", ground);
    }
    Optional<Ground> waiver = waiver(kext);
    return waiver.isPresent()
        ? Check.warned(
            topic, said + " This Mac lets it in nevertheless.", List.of(ground, waiver.get()))
        : Check.failed(topic, Reason.BAD_SIGNATURE, said, List.of(ground));
  }

  private Optional<Ground> waiver(RepositoryKext kext) {
    if (!mac.isAtLeast(MacSeen.YOSEMITE)) {
      return kext.path().startsWith(LOCAL)
          ? Optional.empty()
          : Optional.of(
              Ground.of(kext.path().toString(), "macOS 10.9 insists in /Library/Extensions alone"));
    }
    if (!mac.isAtLeast(MacSeen.EL_CAPITAN)) {
      return mac.facts()
          .developerMode()
          .value()
          .filter(Setting.ENABLED::equals)
          .map(on -> Ground.of(mac.facts().developerMode().asked(), DEVELOPER_MODE));
    }
    return kextSigning(mac)
        .filter(Setting.DISABLED::equals)
        .map(off -> Ground.of(mac.facts().integrity().asked(), "Kext Signing: disabled"));
  }

  static Optional<Setting> kextSigning(MacSeen mac) {
    HostFact<SystemIntegrity> integrity = mac.facts().integrity();
    return integrity.value().flatMap(known -> known.of(SystemIntegrity.Part.KEXT_SIGNING));
  }
}
