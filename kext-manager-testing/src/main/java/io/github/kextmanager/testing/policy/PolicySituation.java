package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.KextConsentSettings.Requirement;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import java.util.List;

/**
 * On what Mac somebody's consent is asked for.
 *
 * @param platform its release and processor
 * @param firmware what counts since its last start
 */
record PolicySituation(Platform platform, Firmware firmware) {

  private MacOsVersion release() {
    return platform.release();
  }

  /** Whether kexts need anybody's consent at all. */
  boolean asksForConsent() {
    return release().isAtLeast(Releases.HIGH_SIERRA)
        && !firmware.integrity().allows(Allowance.UNAPPROVED_KEXTS)
        && !(hasKextConsentSettings() && firmware.consent().requirement() == Requirement.DISABLED);
  }

  /** What {@code spctl kext-consent} does from 11 on is not known: nothing here. */
  private boolean hasKextConsentSettings() {
    return !release().isAtLeast(Releases.BIG_SUR);
  }

  List<String> teamsWithoutConsent() {
    return hasKextConsentSettings() ? firmware.consent().teams() : List.of();
  }

  /** Whether the boot policy lets somebody decide on kexts; there is none but on Apple silicon. */
  boolean mayDecide(KextManagement who) {
    return !platform.architecture().equals(CpuType.ARM64E)
        || (firmware.bootPolicy().permitsKexts()
            && firmware.bootPolicy().kextManagement().contains(who));
  }

  /** Whether what the person is asked goes away by itself; from 11 on that is not known. */
  boolean promptsExpire() {
    return !release().isAtLeast(Releases.BIG_SUR);
  }
}
