package io.github.kextmanager.testing.kernel;

/**
 * Where the kernel puts the code of kexts: one after the other, in whole pages, never twice.
 *
 * <p>A real kernel reuses what was freed and leaves gaps; nothing can be concluded from an address.
 */
public final class AddressSpace {
  private static final int PAGE = 0x1000;

  private long next;

  private AddressSpace(long first) {
    this.next = first;
  }

  /**
   * The addresses of a kernel, in the region where such kernels put kexts.
   *
   * @param architecture the processor of the kernel
   * @return a fresh address space
   */
  public static AddressSpace of(CpuType architecture) {
    if (!architecture.is64Bit()) {
      return new AddressSpace(0x00a00000L);
    }
    return new AddressSpace(
        architecture.type() == CpuType.X86_64.type() ? 0xffffff7f80a00000L : 0xfffffe0007400000L);
  }

  /**
   * Addresses that go on where others ended.
   *
   * @param next the next address
   * @return an address space
   */
  static AddressSpace from(long next) {
    return new AddressSpace(next);
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

  private static long pages(int sizeBytes) {
    long size = Integer.toUnsignedLong(sizeBytes);
    return (size + PAGE - 1) / PAGE * PAGE;
  }
}
