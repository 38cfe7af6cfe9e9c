package io.github.kextmanager.testing;

import io.github.kextmanager.testing.policy.BootPolicy;

/**
 * What the owner of a Mac with Apple silicon has chosen in the Startup Security Utility, as far as
 * kernel extensions are concerned.
 *
 * @since 0.1.0
 */
public enum BootSecurity {
  /** Full Security, as a new Mac has it: no kernel extensions but those of Apple. */
  FULL,
  /** Reduced Security, with kernel extensions from identified developers allowed. */
  REDUCED;

  BootPolicy policy() {
    return switch (this) {
      case FULL -> BootPolicy.FULL;
      case REDUCED -> BootPolicy.REDUCED_WITH_KEXTS;
    };
  }
}
