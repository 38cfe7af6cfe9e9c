package io.github.kextmanager.testing;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.offline.KernelFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The file of the kernel, which tools want to read: a header, and nothing behind it. */
final class KernelOnDisk {
  private static final int MAGIC = 0xfeedface;
  private static final int EXECUTE = 2;
  private static final int SHORT_HEADER = 28;
  private static final int LONG_HEADER = 32;

  private KernelOnDisk() {}

  static void write(Disk disk, Platform platform) {
    boolean isLong = platform.architecture().is64Bit();
    ByteBuffer header =
        ByteBuffer.allocate(isLong ? LONG_HEADER : SHORT_HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(isLong ? MAGIC + 1 : MAGIC)
            .putInt(platform.architecture().type())
            .putInt(platform.architecture().subtype().orElse(0))
            .putInt(EXECUTE);
    disk.write(KernelFile.usual(platform.release()), header.array());
  }
}
