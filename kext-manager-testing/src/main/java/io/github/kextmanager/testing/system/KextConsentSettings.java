package io.github.kextmanager.testing.system;

import java.util.List;

/**
 * Whether people are asked about kernel extensions, as recoveryOS has set it.
 *
 * @param requirement whether consent is required
 * @param teams whose kernel extensions need none
 */
public record KextConsentSettings(Requirement requirement, List<String> teams) {
  /** As a new Mac has it. */
  public static final KextConsentSettings USUAL =
      new KextConsentSettings(Requirement.ENABLED, List.of());

  /** Whether consent is required. */
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
