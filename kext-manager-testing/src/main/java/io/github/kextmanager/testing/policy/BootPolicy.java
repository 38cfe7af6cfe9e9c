package io.github.kextmanager.testing.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the owner of a Mac with Apple silicon lets start (bputil(1)). Macs with Intel have none.
 *
 * @param level how strict the start is
 * @param kextManagement who may let kexts of others in
 */
public record BootPolicy(Level level, Set<KextManagement> kextManagement) {
  /** As a new Mac has it. */
  public static final BootPolicy FULL = new BootPolicy(Level.FULL, Set.of());

  /** With kexts that the person at the Mac allows. */
  public static final BootPolicy REDUCED_WITH_KEXTS =
      new BootPolicy(Level.REDUCED, Set.of(KextManagement.USER));

  /**
   * The same at another level.
   *
   * @param other the level
   * @return the policy
   */
  public BootPolicy with(Level other) {
    return new BootPolicy(other, kextManagement);
  }

  /** How strict the start is. */
  public enum Level {
    /** Full Security: no kexts of others. */
    FULL,
    /** Reduced Security. */
    REDUCED,
    /** Permissive Security. */
    PERMISSIVE
  }

  /** Who may let kexts in; each has a box in the Startup Security Utility. */
  public enum KextManagement {
    /** "Allow user management of kernel extensions from identified developers" ({@code smb2}). */
    USER,
    /** "Allow remote management of kernel extensions" ({@code smb3}). */
    MDM
  }

  /** Takes an unmodifiable copy of the set. */
  public BootPolicy {
    Set<KextManagement> copy = EnumSet.noneOf(KextManagement.class);
    copy.addAll(kextManagement);
    kextManagement = Collections.unmodifiableSet(copy);
  }

  /**
   * Whether any kext of others can be let in.
   *
   * @return true if the level and somebody's box permit it
   */
  public boolean permitsKexts() {
    return level != Level.FULL && !kextManagement.isEmpty();
  }
}
