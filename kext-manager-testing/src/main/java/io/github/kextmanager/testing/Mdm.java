package io.github.kextmanager.testing;

import io.github.kextmanager.testing.policy.Management;
import java.util.function.Consumer;

/**
 * What an organisation does to a simulated Mac by mobile device management. What it allows counts
 * at once up to 10.15, and with the next start from 11 on; on Apple silicon only if the boot
 * security lets MDM manage kernel extensions ({@link BootSecurity#REDUCED_MANAGED}).
 *
 * @since 0.1.0
 */
public final class Mdm {
  private final Consumer<Consumer<Management>> management;

  Mdm(Consumer<Consumer<Management>> management) {
    this.management = management;
  }

  /** Enrols the Mac. Before 10.13.4 that alone lets every kext in. */
  public void enrol() {
    management.accept(Management::enrol);
  }

  /**
   * Installs a profile, or replaces the one with its identity. The Mac is enrolled for that.
   *
   * @param profile the profile
   */
  public void install(KextProfile profile) {
    management.accept(each -> each.install(profile.payload()));
  }

  /**
   * Removes a profile, if it is there.
   *
   * @param profile the profile
   */
  public void remove(KextProfile profile) {
    management.accept(each -> each.remove(profile.payload().payload()));
  }
}
