package io.github.kextmanager.macho;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the Mach-O header and what follows it. */
final class SliceReader {
  private static final int HEADER = 28;
  private static final int HEADER_64 = 32;

  private SliceReader() {}

  static SliceContent read(FileBytes file, Extent extent) throws IOException {
    if (!extent.fitsIn(file.size())) {
      return new SliceContent.OutsideFile(
          "The slice (%s) is not in the file, which has %d bytes.".formatted(extent, file.size()));
    }
    if (extent.size() < HEADER) {
      return new SliceContent.NotMachO(
          "The slice has %d bytes, a Mach-O header has more.".formatted(extent.size()));
    }
    byte[] start = file.read(extent.offset(), Integer.BYTES);
    Magic magic = Magic.of(start);
    if (!magic.isMachO()) {
      return new SliceContent.NotMachO(
          "The slice does not begin as Mach-O files do, but with %s."
              .formatted(Magic.shown(start)));
    }
    return new SliceContent.Code(slice(new SliceBytes(file, extent, magic.order()), magic.width()));
  }

  private static Slice slice(SliceBytes bytes, Width width) throws IOException {
    ByteBuffer header = bytes.read(0, HEADER);
    List<Flaw> flaws = new ArrayList<>();
    LoadCommands commands = commands(bytes, width, flaws);
    KmodInfo kmodInfo = new KmodInfoReader(bytes, width, commands, flaws).read();
    return new Slice(
        bytes.extent(),
        new Cpu(header.getInt(4), header.getInt(8)),
        width,
        bytes.order(),
        new FileType(header.getInt(12)),
        commands.uuid(),
        commands.builds(),
        kmodInfo,
        commands.signature(),
        flaws);
  }

  /** Reads the load commands of a slice that has a header. */
  static LoadCommands commands(SliceBytes bytes, Width width, List<Flaw> flaws) throws IOException {
    ByteBuffer header = bytes.read(0, HEADER);
    return LoadCommands.read(
        bytes,
        width,
        width == Width.BITS_64 ? HEADER_64 : HEADER,
        Integer.toUnsignedLong(header.getInt(16)),
        Integer.toUnsignedLong(header.getInt(20)),
        flaws);
  }
}
