package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * How many load commands a slice has, and how long they are.
 *
 * @param count how many
 * @param size how long they are in all
 */
record LoadCommandSizes(int count, int size) {
  private static final int SYMBOL_TABLES = 24 + 80;
  private static final int UUID_COMMAND = 24;
  private static final int SIGNATURE = 16;

  /** What every slice has: segments, symbols, and the oldest release that it is for. */
  static LoadCommandSizes of(CpuType cpu) {
    Width width = Width.of(cpu);
    int oldestRelease = cpu.type() == CpuType.ARM64.type() ? 24 : 16;
    return width == Width.WIDE
        ? new LoadCommandSizes(
            6, 2 * width.segment(1) + width.segment(0) + SYMBOL_TABLES + oldestRelease)
        : new LoadCommandSizes(4, width.segment(2) + SYMBOL_TABLES + oldestRelease);
  }

  LoadCommandSizes withUuid() {
    return new LoadCommandSizes(count + 1, size + UUID_COMMAND);
  }

  LoadCommandSizes withSignature() {
    return new LoadCommandSizes(count + 1, size + SIGNATURE);
  }

  static void uuid(SliceBuffer slice, UUID uuid) {
    slice.ints(0x1b, UUID_COMMAND);
    slice.raw(
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array());
  }
}
