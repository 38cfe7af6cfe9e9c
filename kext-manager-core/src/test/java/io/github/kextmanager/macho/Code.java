package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes thin Mach-O files: one segment with one section that holds {@code _kmod_info}, a symbol
 * table, and what else is asked for.
 */
public final class Code {
  static final int N_SECT_EXTERNAL = 0x0f;

  private static final int ADDRESS = 0x1000;
  private static final int KMOD_INFO_SIZE = 200;

  private final Cpu cpu;
  private final Width width;
  private final ByteOrder order;
  private final List<byte[]> extraCommands = new ArrayList<>();
  private FileType fileType = FileType.KEXT_BUNDLE;
  private @Nullable UUID uuid;
  private String symbol = "_kmod_info";
  private int symbolType = N_SECT_EXTERNAL;
  private int symbolSection = 1;
  private long symbolValue = ADDRESS;
  private String name = "com.example.driver";
  private String version = "1.2.3";
  private boolean hasSymbols = true;
  private int padding;

  private Code(Cpu cpu, Width width, ByteOrder order) {
    this.cpu = cpu;
    this.width = width;
    this.order = order;
  }

  public static Code x86() {
    return new Code(cpu("x86_64"), Width.BITS_64, ByteOrder.LITTLE_ENDIAN);
  }

  public static Code arm() {
    return new Code(new Cpu(Cpu.TYPE_ARM64, 0x8000_0002), Width.BITS_64, ByteOrder.LITTLE_ENDIAN);
  }

  static Code i386() {
    return new Code(cpu("i386"), Width.BITS_32, ByteOrder.LITTLE_ENDIAN).fileType(FileType.OBJECT);
  }

  static Code ppc() {
    return new Code(cpu("ppc"), Width.BITS_32, ByteOrder.BIG_ENDIAN).fileType(FileType.OBJECT);
  }

  static Code ppc64() {
    return new Code(cpu("ppc64"), Width.BITS_64, ByteOrder.BIG_ENDIAN);
  }

  static Code of(Cpu cpu) {
    return new Code(cpu, Width.BITS_64, ByteOrder.LITTLE_ENDIAN);
  }

  static Cpu cpu(String name) {
    return Cpu.named(name).orElseThrow();
  }

  Code fileType(FileType type) {
    this.fileType = type;
    return this;
  }

  Code uuid(UUID id) {
    this.uuid = id;
    return this;
  }

  Code build(Platform platform, int minimum, int sdk) {
    return command(0x32, platform.number(), minimum, sdk, 0);
  }

  Code module(String moduleName, String moduleVersion) {
    this.name = moduleName;
    this.version = moduleVersion;
    return this;
  }

  Code symbol(String symbolName) {
    this.symbol = symbolName;
    return this;
  }

  Code symbolType(int type) {
    this.symbolType = type;
    return this;
  }

  Code symbolSection(int number) {
    this.symbolSection = number;
    return this;
  }

  Code symbolValue(long value) {
    this.symbolValue = value;
    return this;
  }

  Code withoutSymbols() {
    this.hasSymbols = false;
    return this;
  }

  /** Puts bytes between the section and the symbols. */
  Code padding(int bytes) {
    this.padding = bytes;
    return this;
  }

  /** Adds a load command of any number and contents. */
  Code command(int number, int... values) {
    extraCommands.add(
        bytes(
            8 + 4 * values.length,
            buffer -> {
              buffer.putInt(number).putInt(8 + 4 * values.length);
              Arrays.stream(values).forEach(buffer::putInt);
            }));
    return this;
  }

  public byte[] build() {
    boolean isWide = width == Width.BITS_64;
    int header = isWide ? 32 : 28;
    int segmentSize = isWide ? 152 : 124;
    int commandsSize =
        segmentSize
            + (uuid == null ? 0 : 24)
            + (hasSymbols ? 24 : 0)
            + extraCommands.stream().mapToInt(command -> command.length).sum();
    int section = header + commandsSize;
    int symbols = section + KMOD_INFO_SIZE + padding;
    int symbolsSize = isWide ? 32 : 24;
    byte[] names = ("\0_start\0" + symbol + "\0").getBytes(UTF_8);

    var out = new ByteArrayOutputStream();
    out.writeBytes(
        bytes(
            header,
            buffer ->
                buffer
                    .putInt(isWide ? 0xfeedfacf : 0xfeedface)
                    .putInt(cpu.type())
                    .putInt(cpu.subtype())
                    .putInt(fileType.number())
                    .putInt(
                        1 + (uuid == null ? 0 : 1) + (hasSymbols ? 1 : 0) + extraCommands.size())
                    .putInt(commandsSize)
                    .putInt(0x85)));
    out.writeBytes(segment(section, isWide));
    UUID id = uuid;
    if (id != null) {
      out.writeBytes(
          bytes(
              24,
              buffer ->
                  buffer
                      .putInt(0x1b)
                      .putInt(24)
                      .order(ByteOrder.BIG_ENDIAN)
                      .putLong(id.getMostSignificantBits())
                      .putLong(id.getLeastSignificantBits())));
    }
    if (hasSymbols) {
      out.writeBytes(
          bytes(
              24,
              buffer ->
                  buffer
                      .putInt(0x2)
                      .putInt(24)
                      .putInt(symbols)
                      .putInt(2)
                      .putInt(symbols + symbolsSize)
                      .putInt(names.length)));
    }
    extraCommands.forEach(out::writeBytes);
    out.writeBytes(kmodInfo(isWide));
    out.writeBytes(new byte[padding]);
    if (hasSymbols) {
      out.writeBytes(symbolEntry(1, N_SECT_EXTERNAL, 1, ADDRESS, isWide));
      out.writeBytes(symbolEntry(8, symbolType, symbolSection, symbolValue, isWide));
      out.writeBytes(names);
    }
    return out.toByteArray();
  }

  private byte[] segment(int section, boolean isWide) {
    return bytes(
        isWide ? 152 : 124,
        buffer -> {
          buffer.putInt(isWide ? 0x19 : 0x1).putInt(isWide ? 152 : 124);
          buffer.position(isWide ? 64 : 48);
          buffer.putInt(1).putInt(0);
          buffer.put("__data".getBytes(UTF_8));
          buffer.position(isWide ? 72 + 32 : 56 + 32);
          if (isWide) {
            buffer.putLong(ADDRESS).putLong(KMOD_INFO_SIZE);
          } else {
            buffer.putInt(ADDRESS).putInt(KMOD_INFO_SIZE);
          }
          buffer.putInt(section);
        });
  }

  private byte[] kmodInfo(boolean isWide) {
    return bytes(
        KMOD_INFO_SIZE,
        buffer -> {
          buffer.position(isWide ? 8 : 4);
          buffer.putInt(1).putInt(-1);
          int start = buffer.position();
          buffer.put(name.getBytes(UTF_8));
          buffer.position(start + 64);
          buffer.put(version.getBytes(UTF_8));
        });
  }

  private byte[] symbolEntry(int place, int type, int section, long value, boolean isWide) {
    return bytes(
        isWide ? 16 : 12,
        buffer -> {
          buffer.putInt(place).put((byte) type).put((byte) section).putShort((short) 0);
          if (isWide) {
            buffer.putLong(value);
          } else {
            buffer.putInt((int) value);
          }
        });
  }

  private byte[] bytes(int size, Consumer<ByteBuffer> content) {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(order);
    content.accept(buffer);
    return buffer.array();
  }
}
