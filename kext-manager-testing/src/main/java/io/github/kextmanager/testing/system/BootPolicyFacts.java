package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.policy.BootPolicy;
import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;

/**
 * What the local policy of a Mac with Apple silicon comes to. Which switches stand behind the
 * filter for boot arguments and the protection of the kernel is not known; here it is those of the
 * NVRAM and of the kernel debugger.
 */
record BootPolicyFacts(BootPolicy policy, SystemIntegrity integrity) {
  static BootPolicyFacts of(Firmware firmware) {
    return new BootPolicyFacts(firmware.bootPolicy(), firmware.integrity());
  }

  /** {@code Full}, {@code Reduced} or {@code Permissive}. */
  String level() {
    return switch (policy.level()) {
      case FULL -> "Full";
      case REDUCED -> "Reduced";
      case PERMISSIVE -> "Permissive";
    };
  }

  Setting integrityProtection() {
    return integrity.bits() == 0 ? Setting.ENABLED : Setting.DISABLED;
  }

  Setting signedSystemVolume() {
    return without(Allowance.UNAUTHENTICATED_ROOT);
  }

  Setting kernelProtection() {
    return without(Allowance.KERNEL_DEBUGGER);
  }

  Setting bootArgumentsFilter() {
    return without(Allowance.UNRESTRICTED_NVRAM);
  }

  Setting kextsManagedBy(KextManagement who) {
    return policy.kextManagement().contains(who) ? Setting.ENABLED : Setting.DISABLED;
  }

  private Setting without(Allowance allowance) {
    return integrity.allows(allowance) ? Setting.DISABLED : Setting.ENABLED;
  }
}
