package io.github.kextmanager.testing;

import io.github.kextmanager.testing.policy.BootPolicy;
import io.github.kextmanager.testing.policy.BootPolicy.KextManagement;
import io.github.kextmanager.testing.policy.BootPolicy.Level;
import java.util.Set;

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
  REDUCED,
  /** Reduced Security, with kernel extensions that the owner or MDM allows. */
  REDUCED_MANAGED,
  /** Reduced Security without kernel extensions: neither box is ticked. */
  REDUCED_WITHOUT_KEXTS,
  /** Permissive Security, with kernel extensions, as after {@code csrutil disable}. */
  PERMISSIVE;

  BootPolicy policy() {
    return switch (this) {
      case FULL -> BootPolicy.FULL;
      case REDUCED -> BootPolicy.REDUCED_WITH_KEXTS;
      case REDUCED_MANAGED ->
          new BootPolicy(Level.REDUCED, Set.of(KextManagement.USER, KextManagement.MDM));
      case REDUCED_WITHOUT_KEXTS -> new BootPolicy(Level.REDUCED, Set.of());
      case PERMISSIVE -> BootPolicy.REDUCED_WITH_KEXTS.with(Level.PERMISSIVE);
    };
  }
}
