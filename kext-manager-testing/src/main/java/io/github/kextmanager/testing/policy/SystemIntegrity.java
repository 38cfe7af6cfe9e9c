package io.github.kextmanager.testing.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What System Integrity Protection lets through, from 10.11 on: nothing while it is enabled (xnu,
 * bsd/sys/csr.h).
 *
 * @param allowed what was switched off
 */
public record SystemIntegrity(Set<Allowance> allowed) {

  /** Everything is protected. */
  public static final SystemIntegrity ENABLED = new SystemIntegrity(Set.of());

  /** What {@code csrutil disable} leaves: nothing that csrutil(8) lists is protected. */
  public static final SystemIntegrity DISABLED =
      new SystemIntegrity(
          EnumSet.of(
              Allowance.UNTRUSTED_KEXTS,
              Allowance.UNRESTRICTED_FILESYSTEM,
              Allowance.TASK_FOR_PID,
              Allowance.KERNEL_DEBUGGER,
              Allowance.UNRESTRICTED_DTRACE,
              Allowance.UNRESTRICTED_NVRAM));

  /** One thing that can be let through, with its bit. */
  public enum Allowance {
    /** {@code CSR_ALLOW_UNTRUSTED_KEXTS}: "Kext Signing" is off. */
    UNTRUSTED_KEXTS(0x1),
    /** {@code CSR_ALLOW_UNRESTRICTED_FS}: "Filesystem Protections" are off. */
    UNRESTRICTED_FILESYSTEM(0x2),
    /** {@code CSR_ALLOW_TASK_FOR_PID}: "Debugging Restrictions" are off. */
    TASK_FOR_PID(0x4),
    /** {@code CSR_ALLOW_KERNEL_DEBUGGER}. */
    KERNEL_DEBUGGER(0x8),
    /** {@code CSR_ALLOW_APPLE_INTERNAL}: "Apple Internal". */
    APPLE_INTERNAL(0x10),
    /** {@code CSR_ALLOW_UNRESTRICTED_DTRACE}: "DTrace Restrictions" are off. */
    UNRESTRICTED_DTRACE(0x20),
    /** {@code CSR_ALLOW_UNRESTRICTED_NVRAM}: "NVRAM Protections" are off. */
    UNRESTRICTED_NVRAM(0x40),
    /** {@code CSR_ALLOW_DEVICE_CONFIGURATION}. */
    DEVICE_CONFIGURATION(0x80),
    /** {@code CSR_ALLOW_ANY_RECOVERY_OS}: "BaseSystem Verification" is off. */
    ANY_RECOVERY_OS(0x100),
    /** {@code CSR_ALLOW_UNAPPROVED_KEXTS}: kexts load that nobody has approved. */
    UNAPPROVED_KEXTS(0x200),
    /** {@code CSR_ALLOW_EXECUTABLE_POLICY_OVERRIDE}. */
    EXECUTABLE_POLICY_OVERRIDE(0x400),
    /** {@code CSR_ALLOW_UNAUTHENTICATED_ROOT}: "Authenticated Root Requirement" is off. */
    UNAUTHENTICATED_ROOT(0x800),
    /** {@code CSR_ALLOW_RESEARCH_GUESTS}. */
    RESEARCH_GUESTS(0x1000);

    private final int bit;

    Allowance(int bit) {
      this.bit = bit;
    }

    /**
     * Its bit.
     *
     * @return a power of two
     */
    public int bit() {
      return bit;
    }
  }

  /** Takes an unmodifiable copy of the set, in the order of the bits. */
  public SystemIntegrity {
    Set<Allowance> copy = EnumSet.noneOf(Allowance.class);
    copy.addAll(allowed);
    allowed = Collections.unmodifiableSet(copy);
  }

  /**
   * What a number lets through, such as the value of {@code csr-active-config}.
   *
   * @param bits the bits; unknown ones count for nothing
   * @return the protection
   */
  public static SystemIntegrity ofBits(int bits) {
    Set<Allowance> allowed = EnumSet.noneOf(Allowance.class);
    Arrays.stream(Allowance.values()).filter(each -> (bits & each.bit) != 0).forEach(allowed::add);
    return new SystemIntegrity(allowed);
  }

  /**
   * Whether something is let through.
   *
   * @param what the thing
   * @return true if it is not protected
   */
  public boolean allows(Allowance what) {
    return allowed.contains(what);
  }

  /**
   * The same with something more let through.
   *
   * @param what the thing
   * @return the protection without it
   */
  public SystemIntegrity without(Allowance what) {
    Set<Allowance> more = EnumSet.of(what);
    more.addAll(allowed);
    return new SystemIntegrity(more);
  }

  /**
   * Whether kexts whose signature is bad are let in (kext_tools, security.c).
   *
   * @return true if untrusted kexts are, or everything of Apple's own developers
   */
  public boolean letsUntrustedKextsIn() {
    return allows(Allowance.UNTRUSTED_KEXTS) || allows(Allowance.APPLE_INTERNAL);
  }

  /**
   * The bits, as the kernel keeps them.
   *
   * @return the sum of the bits of what is let through
   */
  public int bits() {
    return allowed.stream().mapToInt(Allowance::bit).sum();
  }
}
