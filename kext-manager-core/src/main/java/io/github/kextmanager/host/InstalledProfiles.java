package io.github.kextmanager.host;

import java.util.List;

/**
 * The configuration profiles that are installed for a whole Mac, as far as they concern kexts.
 *
 * @param count how many there are, of all kinds
 * @param management whether one of them puts the Mac under MDM (payload {@code com.apple.mdm})
 * @param kexts what they say of kexts
 * @param unreadable payloads about kexts that could not be understood, for people
 */
public record InstalledProfiles(
    int count, Setting management, List<Installed> kexts, List<String> unreadable) {
  /** Takes unmodifiable copies of the lists. */
  public InstalledProfiles {
    kexts = List.copyOf(kexts);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * A payload about kexts.
   *
   * @param profile the identifier of its profile
   * @param payload its {@code PayloadUUID}, which the KextPolicy database names too; empty if it
   *     has none
   * @param policy what it says
   */
  public record Installed(String profile, String payload, KextProfile policy) {}
}
