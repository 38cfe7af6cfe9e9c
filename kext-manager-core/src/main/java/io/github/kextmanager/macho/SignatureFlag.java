package io.github.kextmanager.macho;

import java.util.EnumSet;
import java.util.Set;

/** What a code directory asks for or says of its code (xnu, cs_blobs.h; Security, CSCommon.h). */
public enum SignatureFlag {
  /** Signed by nobody. */
  ADHOC(0x2),
  /** Other code may debug it. */
  GET_TASK_ALLOW(0x4),
  /** Library validation is forced. */
  FORCED_LIBRARY_VALIDATION(0x10),
  /** Pages that do not match are not loaded. */
  HARD(0x100),
  /** The process ends when a page does not match. */
  KILL(0x200),
  /** The certificates must not have expired. */
  CHECK_EXPIRATION(0x400),
  /** The dynamic linker treats it as restricted. */
  RESTRICT(0x800),
  /** Enforcement is required. */
  ENFORCEMENT(0x1000),
  /** Only libraries of the same team, or of Apple, are loaded. */
  LIBRARY_VALIDATION(0x2000),
  /** The hardened runtime. */
  RUNTIME(0x1_0000),
  /** Signed by the linker, not by a person. */
  LINKER_SIGNED(0x2_0000);

  private final int bit;

  SignatureFlag(int bit) {
    this.bit = bit;
  }

  static Set<SignatureFlag> in(int bits) {
    Set<SignatureFlag> flags = EnumSet.noneOf(SignatureFlag.class);
    for (SignatureFlag flag : values()) {
      if ((bits & flag.bit) != 0) {
        flags.add(flag);
      }
    }
    return flags;
  }
}
