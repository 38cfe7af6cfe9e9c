package io.github.kextmanager.testing.disk;

import io.github.kextmanager.testing.kernel.CpuType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * As much of an executable as decides whether a kext can be loaded: its slices, their UUIDs, and
 * whether they hold kext code.
 *
 * @param slices one for each architecture; none if the file is no Mach-O
 */
public record MachO(List<Slice> slices) {
  private static final int FAT_MAGIC = 0xcafebabe;
  private static final int MH_MAGIC = 0xfeedface;
  private static final int MH_MAGIC_64 = 0xfeedfacf;
  private static final int LC_SEGMENT = 0x1;
  private static final int LC_SYMTAB = 0x2;
  private static final int LC_SEGMENT_64 = 0x19;
  private static final int LC_UUID = 0x1b;
  private static final int N_TYPE = 0x0e;
  private static final int N_SECT = 0x0e;
  private static final int MAXIMUM_SLICES = 32;

  /**
   * The code for one architecture.
   *
   * @param cpu the architecture
   * @param uuid its UUID
   * @param hasKextCode whether it defines {@code _kmod_info}
   * @param memoryBytes how much memory its segments take
   */
  public record Slice(CpuType cpu, Optional<UUID> uuid, boolean hasKextCode, int memoryBytes) {}

  /** Takes an unmodifiable copy of the list. */
  public MachO {
    slices = List.copyOf(slices);
  }

  /**
   * The slice that a kernel would use.
   *
   * @param kernel the architecture of the kernel
   * @return the slice of the same type, or empty. Subtypes are not weighed against each other
   */
  public Optional<Slice> sliceFor(CpuType kernel) {
    return slices.stream().filter(slice -> slice.cpu().type() == kernel.type()).findFirst();
  }

  static MachO read(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    if (file.length >= 8 && buffer.getInt(0) == FAT_MAGIC) {
      return new MachO(fatSlices(buffer));
    }
    return new MachO(thinSlice(buffer).map(List::of).orElse(List.of()));
  }

  /** A slice that cannot be read counts as there, but without code. */
  private static List<Slice> fatSlices(ByteBuffer fat) {
    List<Slice> slices = new ArrayList<>();
    int count = Math.min(fat.getInt(4), MAXIMUM_SLICES);
    for (int entry = 8; slices.size() < count && entry + 20 <= fat.capacity(); entry += 20) {
      var cpu = new CpuType(fat.getInt(entry), OptionalInt.of(fat.getInt(entry + 4)));
      slices.add(
          thin(fat, fat.getInt(entry + 8), fat.getInt(entry + 12))
              .flatMap(MachO::thinSlice)
              .orElse(new Slice(cpu, Optional.empty(), false, 0)));
    }
    return slices;
  }

  private static Optional<ByteBuffer> thin(ByteBuffer fat, int offset, int size) {
    boolean inside = offset >= 0 && size >= 0 && (long) offset + size <= fat.capacity();
    return inside ? Optional.of(fat.slice(offset, size)) : Optional.empty();
  }

  /** Returns empty if the file is no Mach-O. */
  private static Optional<Slice> thinSlice(ByteBuffer thin) {
    Optional<ByteBuffer> header = header(thin);
    return header.map(
        file -> {
          var cpu = new CpuType(file.getInt(4), OptionalInt.of(file.getInt(8)));
          try {
            return slice(file, cpu);
          } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return new Slice(cpu, Optional.empty(), false, 0);
          }
        });
  }

  private static Optional<ByteBuffer> header(ByteBuffer file) {
    if (file.capacity() < 28) {
      return Optional.empty();
    }
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      int magic = file.order(order).getInt(0);
      if (magic == MH_MAGIC_64 || magic == MH_MAGIC) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static Slice slice(ByteBuffer header, CpuType cpu) {
    boolean wide = header.getInt(0) == MH_MAGIC_64;
    Optional<UUID> uuid = Optional.empty();
    boolean kextCode = false;
    long memory = 0;
    int place = wide ? 32 : 28;
    for (int i = 0; i < header.getInt(16); i++) {
      int command = header.getInt(place);
      if (command == LC_UUID) {
        uuid = Optional.of(uuid(header, place + 8));
      } else if (command == LC_SYMTAB) {
        kextCode = definesKmodInfo(header, place, wide);
      } else if (command == LC_SEGMENT_64) {
        memory += header.getLong(place + 32);
      } else if (command == LC_SEGMENT) {
        memory += Integer.toUnsignedLong(header.getInt(place + 28));
      }
      place += Math.max(8, header.getInt(place + 4));
    }
    return new Slice(cpu, uuid, kextCode, Math.toIntExact(memory));
  }

  private static UUID uuid(ByteBuffer buffer, int place) {
    ByteBuffer bytes = buffer.duplicate().order(ByteOrder.BIG_ENDIAN);
    return new UUID(bytes.getLong(place), bytes.getLong(place + 8));
  }

  private static boolean definesKmodInfo(ByteBuffer header, int symtab, boolean wide) {
    int symbols = header.getInt(symtab + 8);
    int count = header.getInt(symtab + 12);
    int strings = header.getInt(symtab + 16);
    for (int i = 0; i < count; i++) {
      int symbol = symbols + i * (wide ? 16 : 12);
      if (startsWith(header, strings + header.getInt(symbol), "_kmod_info\0")) {
        boolean inSection = (header.get(symbol + 4) & N_TYPE) == N_SECT;
        long value = wide ? header.getLong(symbol + 8) : header.getInt(symbol + 8);
        return inSection && value != 0;
      }
    }
    return false;
  }

  private static boolean startsWith(ByteBuffer buffer, int place, String text) {
    byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < expected.length; i++) {
      if (buffer.get(place + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
