package io.github.kextmanager.testing.disk;

import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the smallest executable that passes for a kext: a {@code MH_KEXT_BUNDLE} with one section
 * that holds {@code _kmod_info}, its symbol, and a UUID.
 */
public final class MachOStub {
  private static final int HEADER = 32;
  private static final int HEADER_32 = 28;
  private static final int SEGMENT = 72 + 80;
  private static final int SEGMENT_32 = 56 + 68;
  private static final int SYMTAB = 24;
  private static final int UUID_COMMAND = 24;
  private static final int KMOD_INFO = 196;
  private static final int SYMBOL = 16;
  private static final int SYMBOL_32 = 12;
  private static final byte[] STRINGS = "\0_kmod_info\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SLICE_ALIGNMENT = 0x1000;
  private static final int MEMORY_SIZE = 0x4000;

  private MachOStub() {}

  /**
   * An executable.
   *
   * @param architectures one for a thin file, more for a fat one
   * @param uuid the UUID of every slice, or empty to leave it out
   * @return the bytes
   */
  public static byte[] bytes(List<CpuType> architectures, Optional<UUID> uuid) {
    List<byte[]> slices = architectures.stream().map(cpu -> thin(cpu, uuid)).toList();
    return slices.size() == 1 ? slices.get(0) : fat(architectures, slices);
  }

  private static byte[] fat(List<CpuType> architectures, List<byte[]> slices) {
    ByteBuffer file = ByteBuffer.allocate(SLICE_ALIGNMENT * (slices.size() + 1));
    file.putInt(0xcafebabe).putInt(slices.size());
    for (int i = 0; i < slices.size(); i++) {
      int offset = SLICE_ALIGNMENT * (i + 1);
      CpuType cpu = architectures.get(i);
      file.putInt(cpu.type()).putInt(cpu.subtype().orElse(0));
      file.putInt(offset).putInt(slices.get(i).length).putInt(12);
      file.put(offset, slices.get(i));
    }
    return file.array();
  }

  private static byte[] thin(CpuType cpu, Optional<UUID> uuid) {
    boolean wide = cpu.is64Bit();
    int segment = wide ? SEGMENT : SEGMENT_32;
    int commands = segment + SYMTAB + (uuid.isPresent() ? UUID_COMMAND : 0);
    int section = (wide ? HEADER : HEADER_32) + commands;
    int symbols = section + KMOD_INFO;
    int strings = symbols + (wide ? SYMBOL : SYMBOL_32);
    int size = strings + STRINGS.length;
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);

    file.putInt(wide ? 0xfeedfacf : 0xfeedface)
        .putInt(cpu.type())
        .putInt(cpu.subtype().orElse(0))
        .putInt(0xb);
    file.putInt(uuid.isPresent() ? 3 : 2).putInt(commands).putInt(0x85);
    if (wide) {
      file.putInt(0);
    }

    file.putInt(wide ? 0x19 : 0x1).putInt(segment).put(name("__DATA"));
    putAddresses(file, wide, 0, MEMORY_SIZE, 0, size);
    file.putInt(7).putInt(3).putInt(1).putInt(0);
    file.put(name("__data")).put(name("__DATA"));
    putAddresses(file, wide, section, KMOD_INFO);
    file.putInt(section).putInt(3).putLong(0).putLong(0).putInt(0);
    if (wide) {
      file.putInt(0);
    }

    file.putInt(0x2).putInt(SYMTAB).putInt(symbols).putInt(1).putInt(strings);
    file.putInt(STRINGS.length);
    if (uuid.isPresent()) {
      file.putInt(0x1b).putInt(UUID_COMMAND).order(ByteOrder.BIG_ENDIAN);
      file.putLong(uuid.get().getMostSignificantBits());
      file.putLong(uuid.get().getLeastSignificantBits()).order(ByteOrder.LITTLE_ENDIAN);
    }

    file.position(symbols);
    file.putInt(1).put((byte) 0x0f).put((byte) 1).putShort((short) 0);
    putAddresses(file, wide, section);
    file.put(STRINGS);
    return file.array();
  }

  private static void putAddresses(ByteBuffer file, boolean wide, int... addresses) {
    for (int address : addresses) {
      if (wide) {
        file.putLong(address);
      } else {
        file.putInt(address);
      }
    }
  }

  private static byte[] name(String text) {
    byte[] name = new byte[16];
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, name, 0, bytes.length);
    return name;
  }
}
