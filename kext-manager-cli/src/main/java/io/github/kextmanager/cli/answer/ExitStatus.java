package io.github.kextmanager.cli.answer;

import io.github.kextmanager.verdict.Reason;

/** What the exit status of {@code kextm} says. Scripts rely on the numbers; none ever changes. */
public enum ExitStatus {
  /** Done, or already so. */
  DONE(0, "done, or already so"),
  /** macOS refused for a reason without a status of its own. */
  REFUSED(1, "macOS refused for a reason without a status of its own"),
  /** The bundle is invalid or not authentic. */
  INVALID(20, "the bundle is invalid or not authentic"),
  /** A library is missing. */
  MISSING_DEPENDENCY(21, "a dependency is missing"),
  /** It is in use, or others depend on it. */
  IN_USE(22, "in use, or others depend on it"),
  /** A policy forbids it. */
  FORBIDDEN(23, "forbidden by policy: SIP, boot security, exclude list, MDM"),
  /** An approval is owed; the number that Apple's tools use. */
  APPROVAL_OWED(27, "an approval is owed"),
  /** A restart is owed; the number that Apple's tools use. */
  RESTART_OWED(28, "a restart is owed"),
  /** The command line is wrong. */
  USAGE(64, "the command line is wrong"),
  /** There is no such bundle or file, or it is not what it should be, such as a profile. */
  NO_INPUT(66, "no such bundle or file, or none that can be read"),
  /** This is not a Mac, or a tool is missing. */
  NOT_A_MAC(69, "not a Mac, or a tool is missing"),
  /** A fault of kextm. */
  FAULT(70, "a fault of kextm"),
  /** It could not be found out. */
  UNKNOWN(75, "it could not be found out; look again"),
  /** The privilege is lacking. */
  NO_PRIVILEGE(77, "no privilege"),
  /** Interrupted from the keyboard. */
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitStatus(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the shell sees. */
  public int number() {
    return number;
  }

  /** What it means, as a clause for the manual. */
  public String meaning() {
    return meaning;
  }

  /** The status of a refusal. */
  public static ExitStatus of(Reason reason) {
    return switch (reason) {
      case NOT_APPROVED -> APPROVAL_OWED;
      case REBOOT_REQUIRED -> RESTART_OWED;
      case NOT_PRIVILEGED, SUDO_PASSWORD_REQUIRED, SUDO_DENIED, DISK_ACCESS_DENIED -> NO_PRIVILEGE;
      case NOT_FOUND -> NO_INPUT;
      case IN_USE, HAS_DEPENDENTS -> IN_USE;
      case MISSING_DEPENDENCY -> MISSING_DEPENDENCY;
      case INVALID_BUNDLE, BAD_OWNERSHIP, BAD_SIGNATURE -> INVALID;
      case INVALID_LOCATION, EXCLUDED, POLICY_PROHIBITED, SECURE_BOOT_POLICY -> FORBIDDEN;
      case TIMEOUT -> UNKNOWN;
      case UNDEFINED_SYMBOLS,
          WRONG_ARCHITECTURE,
          ALREADY_LOADED_DIFFERENT_VERSION,
          DUPLICATE,
          SAFE_BOOT,
          COLLECTION_BUILD_FAILED,
          MISSING_KDK,
          STAGING_FAILED,
          START_STOP_FAILED,
          KERNEL_REJECTED,
          UNKNOWN ->
          REFUSED;
    };
  }
}
