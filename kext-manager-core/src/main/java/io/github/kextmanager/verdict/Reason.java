package io.github.kextmanager.verdict;

/**
 * Why a change was refused: the refusals among the {@linkplain Category categories}, same names.
 */
public enum Reason {
  /** The consent of a person or of MDM is missing. */
  NOT_APPROVED("Nobody has approved it: a person at the screen, or MDM, must."),

  /** Accepted; it becomes effective at the next start. */
  REBOOT_REQUIRED("It was accepted, and becomes effective when the Mac starts again."),

  /** Root is needed, or recoveryOS. */
  NOT_PRIVILEGED("Root is needed, or recoveryOS."),

  /** There is no such kext, it is not loaded, or the tool is missing. */
  NOT_FOUND("There is no such kext, it is not loaded, or the tool is missing."),

  /** Instances of its classes, or references to it, keep it loaded. */
  IN_USE("It is in use: instances of its classes, or references to it, keep it loaded."),

  /** Other loaded kexts link against it. */
  HAS_DEPENDENTS("Other loaded kexts link against it."),

  /** A library kext is missing, incompatible, or did not load. */
  MISSING_DEPENDENCY("A kext that it needs is missing, does not fit, or did not load."),

  /** It does not link: symbols, vtables or metaclasses are unresolved. */
  UNDEFINED_SYMBOLS("It does not link: symbols that it needs are not there."),

  /** A file has the wrong owner, group or mode. */
  BAD_OWNERSHIP("Files of the bundle have the wrong owner, group or mode."),

  /** The code signature is missing, broken, or not one that macOS accepts for kexts. */
  BAD_SIGNATURE("Its code signature is missing, broken, or not one that macOS accepts for kexts."),

  /** It has no code for the architecture of the running kernel. */
  WRONG_ARCHITECTURE("It has no code for the architecture of the running kernel."),

  /** The bundle, its property list or a version in it is malformed. */
  INVALID_BUNDLE("The bundle, its property list or a version in it is malformed."),

  /** It lies in a folder from which kexts are not accepted. */
  INVALID_LOCATION("macOS takes no kexts from the folder in which it lies."),

  /** Another version of it, or another build of the same version, is loaded. */
  ALREADY_LOADED_DIFFERENT_VERSION(
      "Another version of it, or another build of the same version, is loaded."),

  /** One request names two copies of one identifier. */
  DUPLICATE("One request names two copies of it."),

  /** It is on Apple's exclude list. */
  EXCLUDED("It is on Apple's list of excluded kexts."),

  /** It may not be loaded during a safe boot. */
  SAFE_BOOT("The Mac was started in safe mode, in which it may not be loaded."),

  /** The system policy forbids it for a reason other than missing consent. */
  POLICY_PROHIBITED("The system policy forbids it, for another reason than a missing approval."),

  /** The boot policy of a Mac with Apple silicon forbids it. */
  SECURE_BOOT_POLICY("The boot policy of this Mac with Apple silicon forbids it."),

  /** A kernel collection could not be built or found, for a reason other than symbols. */
  COLLECTION_BUILD_FAILED("The kernel collection could not be built, found or mapped."),

  /** Rebuilding the boot or system collection needs a Kernel Debug Kit. */
  MISSING_KDK("Rebuilding the boot or system collection needs a Kernel Debug Kit."),

  /** It could not be copied to the staging area. */
  STAGING_FAILED("It could not be copied to the staging area."),

  /** Its own start or stop routine failed. */
  START_STOP_FAILED("Its own start or stop routine failed."),

  /** The kernel refused without giving a reason. */
  KERNEL_REJECTED("The kernel refused it without saying why."),

  /** A request or a prompt timed out. */
  TIMEOUT("A request or a prompt timed out."),

  /** sudo needs a password or a terminal, and has none. */
  SUDO_PASSWORD_REQUIRED("sudo wants a password, and has nobody to ask."),

  /** sudo refused: wrong password, not in the sudoers file, or command not allowed. */
  SUDO_DENIED("sudo does not allow it."),

  /** A privacy setting forbids it; Full Disk Access is needed. */
  DISK_ACCESS_DENIED("A privacy setting keeps the tool from the files: it needs Full Disk Access."),

  /** None of the others can be told from the text. */
  UNKNOWN("Why cannot be told from what the tool said.");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /**
   * What it means, for people.
   *
   * @return one sentence about a kext
   */
  public String meaning() {
    return meaning;
  }

  /**
   * The category of the same name.
   *
   * @return the category
   */
  public Category category() {
    return Category.valueOf(name());
  }
}
