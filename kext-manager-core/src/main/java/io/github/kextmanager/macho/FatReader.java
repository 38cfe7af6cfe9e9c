package io.github.kextmanager.macho;

import io.github.kextmanager.macho.MachO.NotMachO;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the table of a fat file and the slices that it lists. */
final class FatReader {
  private static final int HEADER = 8;
  private static final int ENTRY = 20;
  private static final int ENTRY_64 = 32;

  private FatReader() {}

  static MachO read(FileBytes file, Width width) throws IOException {
    if (file.size() < HEADER) {
      return badTable("The table of the fat file is cut off in its header.");
    }
    int entrySize = width == Width.BITS_64 ? ENTRY_64 : ENTRY;
    long count = Integer.toUnsignedLong(ByteBuffer.wrap(file.read(4, Integer.BYTES)).getInt());
    if (count > MachO.MAXIMUM_SLICES) {
      return badTable(
          "The file begins as a fat file (or a Java class) does, but %d slices are not possible: there are at most %d."
              .formatted(count, MachO.MAXIMUM_SLICES));
    }
    Extent table = new Extent(0, HEADER + count * entrySize);
    if (!table.fitsIn(file.size())) {
      return badTable(
          "The table of the fat file is cut off: %d slices need %d bytes, the file has %d."
              .formatted(count, table.size(), file.size()));
    }
    List<FatEntry> entries = new ArrayList<>();
    ByteBuffer rows = ByteBuffer.wrap(file.read(HEADER, (int) table.size() - HEADER));
    for (int i = 0; i < count; i++) {
      entries.add(entry(file, rows.slice(i * entrySize, entrySize), width));
    }
    return new MachO.Fat(width, entries, FatFlaws.of(table, file.size(), entries));
  }

  private static FatEntry entry(FileBytes file, ByteBuffer row, Width width) throws IOException {
    Cpu cpu = new Cpu(row.getInt(0), row.getInt(4));
    Extent extent;
    int alignment;
    if (width == Width.BITS_64) {
      extent = new Extent(row.getLong(8), row.getLong(16));
      alignment = row.getInt(24);
    } else {
      extent =
          new Extent(Integer.toUnsignedLong(row.getInt(8)), Integer.toUnsignedLong(row.getInt(12)));
      alignment = row.getInt(16);
    }
    return new FatEntry(cpu, extent, alignment, SliceReader.read(file, extent));
  }

  private static NotMachO badTable(String explanation) {
    return new NotMachO(NotMachO.Reason.BAD_TABLE, explanation);
  }
}
