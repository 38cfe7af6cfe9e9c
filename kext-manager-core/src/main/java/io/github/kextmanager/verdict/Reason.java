package io.github.kextmanager.verdict;

/**
 * Why a change was refused: the refusals among the {@linkplain Category categories}, same names.
 */
public enum Reason {
  /** The consent of a person or of MDM is missing. */
  NOT_APPROVED,

  /** Accepted; it becomes effective at the next start. */
  REBOOT_REQUIRED,

  /** Root is needed, or recoveryOS. */
  NOT_PRIVILEGED,

  /** There is no such kext, it is not loaded, or the tool is missing. */
  NOT_FOUND,

  /** Instances of its classes, or references to it, keep it loaded. */
  IN_USE,

  /** Other loaded kexts link against it. */
  HAS_DEPENDENTS,

  /** A library kext is missing, incompatible, or did not load. */
  MISSING_DEPENDENCY,

  /** It does not link: symbols, vtables or metaclasses are unresolved. */
  UNDEFINED_SYMBOLS,

  /** A file has the wrong owner, group or mode. */
  BAD_OWNERSHIP,

  /** The code signature is missing, broken, or not one that macOS accepts for kexts. */
  BAD_SIGNATURE,

  /** It has no code for the architecture of the running kernel. */
  WRONG_ARCHITECTURE,

  /** The bundle, its property list or a version in it is malformed. */
  INVALID_BUNDLE,

  /** It lies in a folder from which kexts are not accepted. */
  INVALID_LOCATION,

  /** Another version of it, or another build of the same version, is loaded. */
  ALREADY_LOADED_DIFFERENT_VERSION,

  /** One request names two copies of one identifier. */
  DUPLICATE,

  /** It is on Apple's exclude list. */
  EXCLUDED,

  /** It may not be loaded during a safe boot. */
  SAFE_BOOT,

  /** The system policy forbids it for a reason other than missing consent. */
  POLICY_PROHIBITED,

  /** The boot policy of a Mac with Apple silicon forbids it. */
  SECURE_BOOT_POLICY,

  /** A kernel collection could not be built or found, for a reason other than symbols. */
  COLLECTION_BUILD_FAILED,

  /** Rebuilding the boot or system collection needs a Kernel Debug Kit. */
  MISSING_KDK,

  /** It could not be copied to the staging area. */
  STAGING_FAILED,

  /** Its own start or stop routine failed. */
  START_STOP_FAILED,

  /** The kernel refused without giving a reason. */
  KERNEL_REJECTED,

  /** A request or a prompt timed out. */
  TIMEOUT,

  /** sudo needs a password or a terminal, and has none. */
  SUDO_PASSWORD_REQUIRED,

  /** sudo refused: wrong password, not in the sudoers file, or command not allowed. */
  SUDO_DENIED,

  /** A privacy setting forbids it; Full Disk Access is needed. */
  DISK_ACCESS_DENIED,

  /** None of the others can be told from the text. */
  UNKNOWN;

  /**
   * The category of the same name.
   *
   * @return the category
   */
  public Category category() {
    return Category.valueOf(name());
  }
}
