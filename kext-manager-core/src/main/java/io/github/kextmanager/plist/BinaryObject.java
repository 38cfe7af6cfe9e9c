package io.github.kextmanager.plist;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One object of a binary property list.
 *
 * @param number its number
 * @param offset where it begins
 * @param type what it is
 * @param count how many bytes, characters, elements or entries it claims to have
 * @param content exactly the bytes of these
 */
record BinaryObject(int number, int offset, Type type, int count, ByteBuffer content) {
  /** The upper half of the first byte says what an object is (CoreFoundation, CFBinaryPList.c). */
  enum Type {
    SIMPLE(0x0),
    INTEGER(0x1),
    REAL(0x2),
    DATE(0x3),
    DATA(0x4),
    ASCII_STRING(0x5),
    UTF_16_STRING(0x6),
    ARRAY(0xA),
    DICT(0xD);

    private static final List<Optional<Type>> BY_MARKER =
        IntStream.range(0, 16)
            .mapToObj(marker -> Arrays.stream(values()).filter(t -> t.marker == marker).findFirst())
            .toList();

    private final int marker;

    Type(int marker) {
      this.marker = marker;
    }

    /** What an object with this first byte is; empty for what has no place in a property list. */
    static Optional<Type> of(int firstByte) {
      return BY_MARKER.get((firstByte & 0xFF) >> 4);
    }
  }

  PlistPosition position() {
    return new PlistPosition.InBytes(offset);
  }

  UnreadablePlistException unreadable(String reason) {
    return new UnreadablePlistException(position(), reason + ".");
  }
}
