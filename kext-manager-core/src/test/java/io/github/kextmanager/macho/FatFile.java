package io.github.kextmanager.macho;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes fat files. */
final class FatFile {
  private static final int ALIGNMENT = 64;

  private final Width width;
  private final List<Row> rows = new ArrayList<>();

  private record Row(Cpu cpu, ByteBuffer content, long shift, long growth) {
    int size() {
      return content.limit();
    }
  }

  private FatFile(Width width) {
    this.width = width;
  }

  static FatFile narrow() {
    return new FatFile(Width.BITS_32);
  }

  static FatFile wide() {
    return new FatFile(Width.BITS_64);
  }

  FatFile slice(String cpu, Code code) {
    return slice(cpu, code.build());
  }

  FatFile slice(String cpu, byte[] content) {
    return lyingSlice(cpu, content, 0, 0);
  }

  /** A slice of which the table says that it lies and ends elsewhere. */
  FatFile lyingSlice(String cpu, byte[] content, long shift, long growth) {
    rows.add(new Row(Code.cpu(cpu), ByteBuffer.wrap(content), shift, growth));
    return this;
  }

  byte[] build() {
    int entry = width == Width.BITS_64 ? 32 : 20;
    int at = aligned(8 + rows.size() * entry);
    int size = at + rows.stream().mapToInt(row -> aligned(row.size())).sum();
    ByteBuffer file = ByteBuffer.allocate(size);
    file.putInt(width == Width.BITS_64 ? 0xcafebabf : 0xcafebabe).putInt(rows.size());
    for (Row row : rows) {
      file.putInt(row.cpu().type()).putInt(row.cpu().subtype());
      long offset = at + row.shift();
      long length = row.size() + row.growth();
      if (width == Width.BITS_64) {
        file.putLong(offset).putLong(length).putInt(6).putInt(0);
      } else {
        file.putInt((int) offset).putInt((int) length).putInt(6);
      }
      file.duplicate().position(at).put(row.content().duplicate());
      at += aligned(row.size());
    }
    return file.array();
  }

  private static int aligned(int size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
