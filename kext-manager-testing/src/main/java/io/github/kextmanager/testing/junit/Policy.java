package io.github.kextmanager.testing.junit;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.testing.BootSecurity;
import io.github.kextmanager.testing.SimulatedMacBuilder;

/**
 * What a Mac allows otherwise than Apple delivers it.
 *
 * @since 0.1.0
 */
public enum Policy {
  /** Kexts whose signature is bad are let in, from 10.10 on. */
  UNTRUSTED_KEXTS {
    @Override
    void apply(SimulatedMacBuilder builder) {
      builder.allowingUntrustedKexts();
    }
  },
  /** The owner of a Mac with Apple silicon allows no kernel extensions. */
  FULL_SECURITY {
    @Override
    void apply(SimulatedMacBuilder builder) {
      builder.bootSecurity(BootSecurity.FULL);
    }
  },
  /** The Mac was started in safe mode. */
  SAFE_BOOT {
    @Override
    void apply(SimulatedMacBuilder builder) {
      builder.boot(BootMode.SAFE);
    }
  };

  abstract void apply(SimulatedMacBuilder builder);
}
