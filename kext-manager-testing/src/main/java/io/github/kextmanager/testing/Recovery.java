package io.github.kextmanager.testing;

import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.policy.BootPolicy.Level;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.KextConsentSettings;
import io.github.kextmanager.testing.policy.KextConsentSettings.Requirement;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import java.util.ArrayList;
import java.util.List;

/**
 * What the owner of a simulated Mac does in recoveryOS. It counts when macOS has started again.
 *
 * @since 0.1.0
 */
public final class Recovery {
  private final Machine machine;

  Recovery(Machine machine) {
    this.machine = machine;
  }

  /**
   * Switches System Integrity Protection off ({@code csrutil disable}), which takes a Mac with
   * Apple silicon to Permissive Security.
   */
  public void disableIntegrityProtection() {
    protect(SystemIntegrity.DISABLED);
  }

  /** Switches off nothing of it but the check of kext signatures. */
  public void disableKextSigning() {
    protect(SystemIntegrity.ENABLED.without(Allowance.UNTRUSTED_KEXTS));
  }

  /** Switches System Integrity Protection on. */
  public void enableIntegrityProtection() {
    change(machine.firmware().with(SystemIntegrity.ENABLED));
  }

  private void protect(SystemIntegrity integrity) {
    Firmware firmware = machine.firmware().with(integrity);
    change(
        machine.isAppleSilicon()
            ? firmware.with(firmware.bootPolicy().with(Level.PERMISSIVE))
            : firmware);
  }

  /**
   * Chooses what may start, on Apple silicon.
   *
   * @param security the choice
   * @throws IllegalStateException if the Mac has no Apple silicon
   */
  public void chooseBootSecurity(BootSecurity security) {
    if (!machine.isAppleSilicon()) {
      throw new IllegalStateException(
          "A boot security for kernel extensions is chosen on Apple silicon only.");
    }
    change(machine.firmware().with(security.policy()));
  }

  /** Lets kexts in that nobody has allowed ({@code spctl kext-consent disable}). */
  public void disableKextConsent() {
    consent(Requirement.DISABLED, machine.firmware().consent().teams());
  }

  /** Asks for consent again ({@code spctl kext-consent enable}). */
  public void enableKextConsent() {
    consent(Requirement.ENABLED, machine.firmware().consent().teams());
  }

  /**
   * Lets the kexts of a team in without consent ({@code spctl kext-consent add}).
   *
   * @param team the team identifier
   */
  public void allowTeam(String team) {
    List<String> teams = new ArrayList<>(machine.firmware().consent().teams());
    teams.add(team);
    consent(machine.firmware().consent().requirement(), teams);
  }

  private void consent(Requirement requirement, List<String> teams) {
    change(machine.firmware().with(new KextConsentSettings(requirement, teams)));
  }

  /**
   * Sets the words that the kernel is started with ({@code nvram boot-args=...}).
   *
   * @param words the words, separated by blanks
   */
  public void bootArguments(String words) {
    change(machine.firmware().with(Firmware.BOOT_ARGUMENTS, words));
  }

  /** Takes every approval back and empties the collection ({@code kmutil trigger-panic-medic}). */
  public void forgetKexts() {
    machine.forgetKexts();
  }

  private void change(Firmware firmware) {
    machine.changeFirmware(firmware);
  }
}
