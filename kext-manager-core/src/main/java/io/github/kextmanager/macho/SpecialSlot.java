package io.github.kextmanager.macho;

/** What a code directory covers beside the code itself (Security, codedirectory.h). */
public enum SpecialSlot {
  /** The Info.plist of the bundle. */
  INFO_PLIST(1),
  /** The internal requirements, inside the signature. */
  REQUIREMENTS(2),
  /** {@code _CodeSignature/CodeResources}: the hashes of the other files of the bundle. */
  CODE_RESOURCES(3),
  /** Reserved for the application. */
  APPLICATION(4),
  /** The entitlements as XML, inside the signature. */
  ENTITLEMENTS(5),
  /** Reserved for the kind of disk image. */
  DISK_REPRESENTATION(6),
  /** The entitlements as DER, inside the signature. */
  DER_ENTITLEMENTS(7),
  /** What the code asks of itself when it starts. */
  LAUNCH_CONSTRAINT_SELF(8),
  /** What it asks of its parent. */
  LAUNCH_CONSTRAINT_PARENT(9),
  /** What it asks of the process that is responsible for it. */
  LAUNCH_CONSTRAINT_RESPONSIBLE(10),
  /** What it asks of libraries. */
  LIBRARY_CONSTRAINT(11);

  private final int number;

  SpecialSlot(int number) {
    this.number = number;
  }

  /** The number of the slot, which is that of the part of the signature, too. */
  int number() {
    return number;
  }

  /** Whether what it covers is a file of the bundle, which the caller has to give. */
  boolean isFile() {
    return this == INFO_PLIST || this == CODE_RESOURCES;
  }
}
