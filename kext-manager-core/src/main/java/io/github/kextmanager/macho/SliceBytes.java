package io.github.kextmanager.macho;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A part of a file, with the byte order of its numbers. Offsets are those in the part.
 *
 * @param file the file
 * @param extent the part; it fits in the file
 * @param order the byte order
 */
record SliceBytes(FileBytes file, Extent extent, ByteOrder order) {
  /** How much is read at a time where much is read. */
  static final int CHUNK = 64 * 1024;

  long size() {
    return extent.size();
  }

  boolean holds(Extent part) {
    return part.fitsIn(size());
  }

  /** Reads a part that this holds. */
  byte[] bytes(long offset, int count) throws IOException {
    return file.read(extent.offset() + offset, count);
  }

  /** Reads the numbers of a part that this holds. */
  ByteBuffer read(long offset, int count) throws IOException {
    return ByteBuffer.wrap(bytes(offset, count)).order(order);
  }
}
