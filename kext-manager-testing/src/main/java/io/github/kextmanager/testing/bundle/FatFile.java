package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.ByteBuffer;
import java.util.List;

/** Puts slices into one file, each at a multiple of the page size of its processor. */
final class FatFile {
  private static final int MAGIC = 0xcafebabe;
  private static final int INTEL_PAGE_BITS = 12;
  private static final int ARM_PAGE_BITS = 14;

  private FatFile() {}

  static byte[] of(List<CpuType> architectures, List<byte[]> slices) {
    int[] offsets = new int[slices.size()];
    int end = 8 + 20 * slices.size();
    for (int i = 0; i < offsets.length; i++) {
      int page = 1 << pageBits(architectures.get(i));
      offsets[i] = (end + page - 1) / page * page;
      end = offsets[i] + slices.get(i).length;
    }
    ByteBuffer file = ByteBuffer.allocate(end).putInt(MAGIC).putInt(slices.size());
    for (int i = 0; i < offsets.length; i++) {
      CpuType cpu = architectures.get(i);
      file.putInt(cpu.type()).putInt(cpu.subtype().orElse(0));
      file.putInt(offsets[i]).putInt(slices.get(i).length).putInt(pageBits(cpu));
      file.put(offsets[i], slices.get(i));
    }
    return file.array();
  }

  private static int pageBits(CpuType cpu) {
    return cpu.type() == CpuType.ARM64.type() ? ARM_PAGE_BITS : INTEL_PAGE_BITS;
  }
}
