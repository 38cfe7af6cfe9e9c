package io.github.kextmanager.cli.answer;

import io.github.kextmanager.verdict.Reason;

/** Why macOS refused, and what helps, in sentences for people. */
final class ReasonText {
  private ReasonText() {}

  /** Why. */
  static String why(Reason reason) {
    return switch (reason) {
      case NOT_APPROVED -> "Nobody has approved it.";
      case REBOOT_REQUIRED -> "It becomes effective when the Mac starts again.";
      case NOT_PRIVILEGED -> "Root is needed.";
      case NOT_FOUND -> "macOS finds no such kext.";
      case IN_USE -> "It is in use.";
      case HAS_DEPENDENTS -> "Other loaded kexts link against it.";
      case MISSING_DEPENDENCY -> "A kext that it needs is missing, too old, or did not load.";
      case UNDEFINED_SYMBOLS -> "It does not link: symbols that it needs are not there.";
      case BAD_OWNERSHIP -> "Files of the bundle have the wrong owner, group or mode.";
      case BAD_SIGNATURE -> "Its code signature is missing, broken, or not one for kexts.";
      case WRONG_ARCHITECTURE -> "It has no code for the processor of this Mac.";
      case INVALID_BUNDLE -> "The bundle or its property list is malformed.";
      case INVALID_LOCATION -> "macOS takes no kexts from the folder in which it lies.";
      case ALREADY_LOADED_DIFFERENT_VERSION -> "Another version or build of it is loaded.";
      case DUPLICATE -> "The request names two copies of it.";
      case EXCLUDED -> "It is on Apple's list of excluded kexts.";
      case SAFE_BOOT -> "The Mac was started in safe mode, in which it may not be loaded.";
      case POLICY_PROHIBITED -> "The system policy forbids it.";
      case SECURE_BOOT_POLICY -> "The boot security of this Mac forbids it.";
      case COLLECTION_BUILD_FAILED -> "The kernel collection with it could not be built.";
      case MISSING_KDK -> "Rebuilding the kernel collection needs a Kernel Debug Kit.";
      case STAGING_FAILED -> "It could not be copied to the staging area.";
      case START_STOP_FAILED -> "Its own start or stop routine failed.";
      case KERNEL_REJECTED -> "The kernel refused it without saying why.";
      case TIMEOUT -> "A request to the system timed out.";
      case SUDO_PASSWORD_REQUIRED -> "sudo wants a password, and has nobody to ask.";
      case SUDO_DENIED -> "sudo does not allow it.";
      case DISK_ACCESS_DENIED -> "A privacy setting keeps the tool from the files.";
      case UNKNOWN -> "Why cannot be told from what the tool said.";
    };
  }
}
