package io.github.kextmanager.testing.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Mac remembers outside its disk, and what counts from its next start on.
 *
 * @param integrity what System Integrity Protection lets through
 * @param bootPolicy what may start on Apple silicon
 * @param consent what {@code spctl kext-consent} has set
 * @param nvram the variables that nvram(8) shows, such as {@code boot-args}
 */
public record Firmware(
    SystemIntegrity integrity,
    BootPolicy bootPolicy,
    KextConsentSettings consent,
    Map<String, String> nvram) {
  /** As a new Mac has it. */
  public static final Firmware NEW =
      new Firmware(SystemIntegrity.ENABLED, BootPolicy.FULL, KextConsentSettings.USUAL, Map.of());

  /** The variable with the words that the kernel is started with. */
  public static final String BOOT_ARGUMENTS = "boot-args";

  /** Takes an unmodifiable copy of the map, in the order of the names. */
  public Firmware {
    nvram = Collections.unmodifiableMap(new TreeMap<>(nvram));
  }

  /**
   * Firmware in which consent to kexts is needed, as usual.
   *
   * @param integrity what System Integrity Protection lets through
   * @param bootPolicy what may start on Apple silicon
   * @param nvram the variables that nvram(8) shows
   */
  public Firmware(SystemIntegrity integrity, BootPolicy bootPolicy, Map<String, String> nvram) {
    this(integrity, bootPolicy, KextConsentSettings.USUAL, nvram);
  }

  /**
   * The same with other protection.
   *
   * @param other the protection
   * @return the firmware
   */
  public Firmware with(SystemIntegrity other) {
    return new Firmware(other, bootPolicy, consent, nvram);
  }

  /**
   * The same with another policy.
   *
   * @param other the policy
   * @return the firmware
   */
  public Firmware with(BootPolicy other) {
    return new Firmware(integrity, other, consent, nvram);
  }

  /**
   * The same with other settings of {@code spctl kext-consent}.
   *
   * @param other the settings
   * @return the firmware
   */
  public Firmware with(KextConsentSettings other) {
    return new Firmware(integrity, bootPolicy, other, nvram);
  }

  /**
   * The same with a variable.
   *
   * @param name its name
   * @param value its value
   * @return the firmware
   */
  public Firmware with(String name, String value) {
    Map<String, String> more = new TreeMap<>(nvram);
    more.put(name, value);
    return new Firmware(integrity, bootPolicy, consent, more);
  }

  /**
   * The same without a variable.
   *
   * @param name its name
   * @return the firmware
   */
  public Firmware without(String name) {
    Map<String, String> fewer = new TreeMap<>(nvram);
    fewer.remove(name);
    return new Firmware(integrity, bootPolicy, consent, fewer);
  }

  /**
   * Whether the kernel is started with a word.
   *
   * @param word the whole word, such as {@code kext-dev-mode=1}
   * @return true if it is one of the boot arguments
   */
  public boolean hasBootArgument(String word) {
    String arguments = nvram.getOrDefault(BOOT_ARGUMENTS, "");
    return (" " + arguments + " ").contains(" " + word + " ");
  }
}
