package io.github.kextmanager.testing.doctor;

import io.github.kextmanager.testing.BootSecurity;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.KextProfile;
import io.github.kextmanager.testing.Recovery;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;

/** Who allows kexts on the Mac, in one page of the matrix. */
enum Policy {
  NOBODY,
  PERSON,
  TEAM,
  DENIED,
  MDM,
  FULL_SECURITY,
  NOBODY_MAY,
  INTEGRITY_OFF,
  KEXT_SIGNING_OFF,
  NO_CONSENT,
  NO_ROOT;

  /** Whether it makes a difference there. */
  boolean matters(Cell cell) {
    return switch (this) {
      case PERSON, NO_ROOT -> true;
      case KEXT_SIGNING_OFF, INTEGRITY_OFF -> cell.isAtLeast("10.11");
      case FULL_SECURITY, NOBODY_MAY -> cell.chip() == Chip.APPLE_SILICON;
      default -> cell.isAtLeast("10.13");
    };
  }

  BootSecurity security() {
    return switch (this) {
      case FULL_SECURITY -> BootSecurity.FULL;
      case NOBODY_MAY -> BootSecurity.REDUCED_WITHOUT_KEXTS;
      case MDM -> BootSecurity.REDUCED_MANAGED;
      default -> BootSecurity.REDUCED;
    };
  }

  void settle(SimulatedMac mac, TestKext kext) {
    switch (this) {
      case NOBODY -> {}
      case TEAM -> mac.policy().approveTeam(TestKext.TEAM);
      case DENIED -> mac.policy().deny(kext.identifier());
      case MDM -> {
        mac.policy().mdm().enrol();
        mac.policy().mdm().install(KextProfile.create().allowingTeam(TestKext.TEAM));
      }
      case INTEGRITY_OFF -> {
        mac.policy().approve(kext.identifier());
        mac.restartThroughRecovery(Recovery::disableIntegrityProtection);
      }
      case KEXT_SIGNING_OFF -> {
        mac.policy().approve(kext.identifier());
        mac.restartThroughRecovery(Recovery::disableKextSigning);
      }
      case NO_CONSENT -> mac.restartThroughRecovery(Recovery::disableKextConsent);
      default -> mac.policy().approve(kext.identifier());
    }
  }
}
