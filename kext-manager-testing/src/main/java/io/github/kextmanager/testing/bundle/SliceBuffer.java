package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a slice to be: little-endian, with addresses of 32 or 64 bits. */
final class SliceBuffer {
  private static final int NAME = 16;

  private final ByteBuffer bytes;
  private final Width width;

  SliceBuffer(int size, Width width) {
    this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    this.width = width;
  }

  SliceBuffer at(int offset) {
    bytes.position(offset);
    return this;
  }

  SliceBuffer ints(int... values) {
    Arrays.stream(values).forEach(bytes::putInt);
    return this;
  }

  /** Addresses and sizes in memory, and whatever else is as wide as they are. */
  SliceBuffer addresses(long... values) {
    for (long value : values) {
      if (width == Width.WIDE) {
        bytes.putLong(value);
      } else {
        bytes.putInt((int) value);
      }
    }
    return this;
  }

  SliceBuffer raw(byte... values) {
    bytes.put(values);
    return this;
  }

  /** A name of a segment or section: 16 bytes. */
  SliceBuffer name(String text) {
    return text(text, NAME);
  }

  /** A text in a field of a size, cut if it is too long for it and for the zero at its end. */
  SliceBuffer text(String text, int size) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] field = Arrays.copyOf(encoded, size);
    if (encoded.length >= size && size != NAME) {
      field[size - 1] = 0;
    }
    bytes.put(field);
    return this;
  }

  byte[] array() {
    return bytes.array();
  }
}
