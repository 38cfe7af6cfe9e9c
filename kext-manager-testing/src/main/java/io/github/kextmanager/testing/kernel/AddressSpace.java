package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.model.MacOsVersion;

/**
 * Where the kernel puts the code of kexts: one after the other, in whole pages, never twice, in the
 * region where tables of such Macs show them.
 *
 * <p>A real kernel reuses what was freed and leaves gaps; nothing can be concluded from an address.
 */
public final class AddressSpace {
  private static final int INTEL_PAGE = 0x1000;
  private static final int ARM_PAGE = 0x4000;

  private static final long INTEL_32 = 0x00a00000L;
  private static final long INTEL = 0xffffff7f80a00000L;
  private static final long INTEL_COLLECTIONS = 0xffffff7f95a00000L;
  private static final long APPLE_SILICON = 0xfffffe0007400000L;

  private final int page;
  private long next;

  private AddressSpace(long first, int page) {
    this.next = first;
    this.page = page;
  }

  /**
   * The addresses of a kernel.
   *
   * @param platform the release and the processor of the kernel
   * @return a fresh address space
   */
  public static AddressSpace of(Platform platform) {
    CpuType architecture = platform.architecture();
    if (!architecture.is64Bit()) {
      return new AddressSpace(INTEL_32, INTEL_PAGE);
    }
    if (architecture.type() != CpuType.X86_64.type()) {
      return new AddressSpace(APPLE_SILICON, ARM_PAGE);
    }
    MacOsVersion release = platform.release();
    return new AddressSpace(
        release.isAtLeast(Releases.BIG_SUR) ? INTEL_COLLECTIONS : INTEL, INTEL_PAGE);
  }

  /** The same region, from an address on. */
  AddressSpace from(long address) {
    return new AddressSpace(address, page);
  }

  long next() {
    return next;
  }

  long allocate(int sizeBytes) {
    long address = next;
    next += pages(sizeBytes);
    return address;
  }

  void skipPast(long address, int sizeBytes) {
    long end = address + pages(sizeBytes);
    if (Long.compareUnsigned(end, next) > 0) {
      next = end;
    }
  }

  private long pages(int sizeBytes) {
    long size = Integer.toUnsignedLong(sizeBytes);
    return (size + page - 1) / page * page;
  }
}
