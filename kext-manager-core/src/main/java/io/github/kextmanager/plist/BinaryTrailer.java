package io.github.kextmanager.plist;

import java.nio.ByteBuffer;

/**
 * The last 32 bytes of a binary property list (CoreFoundation, CFBinaryPList.c): how wide offsets
 * and references are, how many objects there are, which is the root and where the table of their
 * offsets stands. Checked against the size of the file, so that the table lies within it.
 */
record BinaryTrailer(int offsetBytes, int referenceBytes, int objects, int root, int offsetTable) {
  static final int BYTES = 32;
  static final int HEADER_BYTES = 8;

  static BinaryTrailer read(ByteBuffer bytes) {
    int start = bytes.capacity() - BYTES;
    if (start < HEADER_BYTES) {
      throw new UnreadablePlistException("The binary property list is too short for a trailer.");
    }
    int offsetBytes = bytes.get(start + 6);
    int referenceBytes = bytes.get(start + 7);
    long objects = bytes.getLong(start + 8);
    long root = bytes.getLong(start + 16);
    long table = bytes.getLong(start + 24);
    if (!isWidth(offsetBytes) || !isWidth(referenceBytes)) {
      throw lie(
          start, "offsets of %d and references of %d bytes".formatted(offsetBytes, referenceBytes));
    }
    if (table < HEADER_BYTES || table > start) {
      throw lie(start, "a table of offsets at byte %d".formatted(table));
    }
    if (objects < 1 || objects > (start - table) / offsetBytes) {
      throw lie(start, "%d objects, and the table has room for fewer".formatted(objects));
    }
    if (root < 0 || root >= objects) {
      throw lie(start, "object %d of %d as its root".formatted(root, objects));
    }
    return new BinaryTrailer(offsetBytes, referenceBytes, (int) objects, (int) root, (int) table);
  }

  private static boolean isWidth(int bytes) {
    return bytes >= 1 && bytes <= 8;
  }

  private static UnreadablePlistException lie(int start, String claim) {
    return new UnreadablePlistException(
        new PlistPosition.InBytes(start), "the trailer claims " + claim + ".");
  }
}
