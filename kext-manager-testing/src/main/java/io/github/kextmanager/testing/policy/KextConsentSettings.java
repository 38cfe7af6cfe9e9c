package io.github.kextmanager.testing.policy;

import java.util.List;

/**
 * What {@code spctl kext-consent} keeps outside the disk: whether consent is needed, and whose
 * kexts need none.
 *
 * @param requirement whether consent is needed
 * @param teams the teams whose kexts need none
 */
public record KextConsentSettings(Requirement requirement, List<String> teams) {
  /** As a new Mac has it. */
  public static final KextConsentSettings USUAL =
      new KextConsentSettings(Requirement.ENABLED, List.of());

  /** Whether consent is needed. */
  public enum Requirement {
    /** It is. */
    ENABLED,
    /** It is not. */
    DISABLED
  }

  /** Takes an unmodifiable copy of the list. */
  public KextConsentSettings {
    teams = List.copyOf(teams);
  }
}
