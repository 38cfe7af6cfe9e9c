package io.github.kextmanager.macho;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** How a Mach-O or fat file begins. */
enum Magic {
  MACH_O_BIG(0xfeedface, ByteOrder.BIG_ENDIAN, Width.BITS_32),
  MACH_O_LITTLE(0xcefaedfe, ByteOrder.LITTLE_ENDIAN, Width.BITS_32),
  MACH_O_64_BIG(0xfeedfacf, ByteOrder.BIG_ENDIAN, Width.BITS_64),
  MACH_O_64_LITTLE(0xcffaedfe, ByteOrder.LITTLE_ENDIAN, Width.BITS_64),
  /** Tables of fat files are big-endian for every processor (mach-o/fat.h). */
  FAT(0xcafebabe, ByteOrder.BIG_ENDIAN, Width.BITS_32),
  FAT_64(0xcafebabf, ByteOrder.BIG_ENDIAN, Width.BITS_64),
  OTHER(0, ByteOrder.BIG_ENDIAN, Width.BITS_32);

  private final int bigEndian;
  private final ByteOrder order;
  private final Width width;

  Magic(int bigEndian, ByteOrder order, Width width) {
    this.bigEndian = bigEndian;
    this.order = order;
    this.width = width;
  }

  /** What four bytes begin. */
  static Magic of(byte[] four) {
    int value = ByteBuffer.wrap(four).getInt();
    return Arrays.stream(values())
        .filter(magic -> magic != OTHER && magic.bigEndian == value)
        .findFirst()
        .orElse(OTHER);
  }

  /** The bytes, for a message. */
  static String shown(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  boolean isMachO() {
    return this != FAT && this != FAT_64 && this != OTHER;
  }

  ByteOrder order() {
    return order;
  }

  Width width() {
    return width;
  }
}
