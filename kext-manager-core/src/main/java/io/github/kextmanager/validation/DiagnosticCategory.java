package io.github.kextmanager.validation;

/** The headings under which Apple's tools print diagnostics (IOKitUser, OSKext.c). */
public enum DiagnosticCategory {
  /** The bundle is not made as it must be. */
  VALIDATION_FAILURES("Validation Failures"),
  /** Its files belong to the wrong user, or others may write them. */
  AUTHENTICATION_FAILURES("Authentication Failures"),
  /** What it needs is missing or does not fit. */
  DEPENDENCY_RESOLUTION_FAILURES("Dependency Resolution Failures"),
  /** Nothing that keeps it from being loaded. */
  WARNINGS("Warnings"),
  /** It cannot be loaded in this kind of boot. A heading of its own from 10.7 on. */
  BOOT_LEVEL_RESTRICTIONS("Boot Level Restrictions");

  private final String title;

  DiagnosticCategory(String title) {
    this.title = title;
  }

  /**
   * What stands above the diagnostics.
   *
   * @return the heading without its colon
   */
  public String title() {
    return title;
  }
}
