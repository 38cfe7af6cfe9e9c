package io.github.kextmanager.plist;

import static io.github.kextmanager.plist.BinaryObject.Type.INTEGER;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The objects of a binary property list by their numbers. Every number found in the file is a
 * claim, and is checked before it is used.
 */
final class BinaryFile {
  private static final int COUNT_FOLLOWS = 0xF;

  private final ByteBuffer bytes;
  private final BinaryTrailer trailer;

  BinaryFile(ByteBuffer bytes) {
    this.bytes = bytes;
    this.trailer = BinaryTrailer.read(bytes);
  }

  BinaryObject root() {
    return object(trailer.root());
  }

  /** The object that an array or a dictionary refers to in one of its places. */
  BinaryObject referenced(BinaryObject container, int place) {
    int width = trailer.referenceBytes();
    long number = unsigned(container.content(), place * width, width);
    if (Long.compareUnsigned(number, trailer.objects()) >= 0) {
      throw container.unreadable(
          "refers to object %s, and there are %d"
              .formatted(Long.toUnsignedString(number), trailer.objects()));
    }
    return object((int) number);
  }

  private BinaryObject object(int number) {
    int entry = trailer.offsetTable() + number * trailer.offsetBytes();
    long offset = unsigned(bytes, entry, trailer.offsetBytes());
    if (Long.compareUnsigned(offset, trailer.offsetTable()) >= 0
        || offset < BinaryTrailer.HEADER_BYTES) {
      throw unreadable(
          entry, "object %d cannot be at byte %s".formatted(number, Long.toUnsignedString(offset)));
    }
    return object(number, (int) offset);
  }

  private BinaryObject object(int number, int offset) {
    int marker = bytes.get(offset) & 0xFF;
    int info = marker & 0xF;
    BinaryObject.Type type =
        BinaryObject.Type.of(marker)
            .orElseThrow(
                () ->
                    unreadable(
                        offset, "an object of type 0x%02x has no place here".formatted(marker)));
    return switch (type) {
      case SIMPLE -> object(number, offset, type, info, 1, 0);
      case INTEGER, REAL, DATE -> object(number, offset, type, info, 1, 1L << info);
      default ->
          info == COUNT_FOLLOWS
              ? objectWithCount(number, offset, type)
              : object(number, offset, type, info, 1, (long) info * unitBytes(type));
    };
  }

  /** An object that is too long for its first byte: an integer follows it. */
  private BinaryObject objectWithCount(int number, int offset, BinaryObject.Type type) {
    if (!BinaryObject.Type.of(bytes.get(offset + 1)).equals(Optional.of(INTEGER))) {
      throw unreadable(offset, "an object claims a count, and none follows");
    }
    BinaryObject integer = object(number, offset + 1);
    BigInteger count = ((PlistInteger) BinaryScalar.read(integer)).value();
    if (count.signum() < 0 || count.compareTo(BigInteger.valueOf(bytes.capacity())) > 0) {
      throw unreadable(offset, "an object claims a size of " + count);
    }
    int headerBytes = 2 + integer.content().capacity();
    long contentBytes = count.longValue() * unitBytes(type);
    return object(number, offset, type, count.intValue(), headerBytes, contentBytes);
  }

  private BinaryObject object(
      int number,
      int offset,
      BinaryObject.Type type,
      int count,
      int headerBytes,
      long contentBytes) {
    int start = offset + headerBytes;
    int left = trailer.offsetTable() - start;
    if (contentBytes > left) {
      throw unreadable(
          offset,
          "an object claims %d bytes, and %d are left".formatted(contentBytes, Math.max(0, left)));
    }
    return new BinaryObject(number, offset, type, count, bytes.slice(start, (int) contentBytes));
  }

  private int unitBytes(BinaryObject.Type type) {
    return switch (type) {
      case ARRAY -> trailer.referenceBytes();
      case DICT -> 2 * trailer.referenceBytes();
      case UTF_16_STRING -> Character.BYTES;
      default -> 1;
    };
  }

  /** A number of at most 8 bytes. */
  private static long unsigned(ByteBuffer bytes, int start, int width) {
    long number = 0;
    for (int i = start; i < start + width; i++) {
      number = (number << Byte.SIZE) | (bytes.get(i) & 0xFF);
    }
    return number;
  }

  private static UnreadablePlistException unreadable(int offset, String reason) {
    return new UnreadablePlistException(new PlistPosition.InBytes(offset), reason + ".");
  }
}
