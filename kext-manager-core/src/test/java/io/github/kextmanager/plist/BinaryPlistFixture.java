package io.github.kextmanager.plist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a binary property list together from its objects, as bytes; true ones and lies. Offsets and
 * references have two bytes.
 */
final class BinaryPlistFixture {
  private final List<byte[]> objects = new ArrayList<>();
  private final byte[] trailer = new byte[32];
  private int root;

  /** The first byte of an object and what follows it. */
  BinaryPlistFixture object(int... bytes) {
    byte[] object = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      object[i] = (byte) bytes[i];
    }
    return object(object);
  }

  BinaryPlistFixture object(byte[] bytes) {
    objects.add(bytes);
    return this;
  }

  /** An object of a marker byte and references. */
  BinaryPlistFixture container(int marker, int... references) {
    ByteBuffer object = ByteBuffer.allocate(1 + 2 * references.length).put((byte) marker);
    for (int reference : references) {
      object.putShort((short) reference);
    }
    return object(object.array());
  }

  BinaryPlistFixture root(int number) {
    root = number;
    return this;
  }

  byte[] build() {
    var file = new ByteArrayOutputStream();
    file.writeBytes("bplist00".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    ByteBuffer table = ByteBuffer.allocate(2 * objects.size());
    for (byte[] object : objects) {
      table.putShort((short) file.size());
      file.writeBytes(object);
    }
    int start = file.size();
    file.writeBytes(table.array());
    ByteBuffer.wrap(trailer)
        .put(6, (byte) 2)
        .put(7, (byte) 2)
        .putLong(8, objects.size())
        .putLong(16, root)
        .putLong(24, start);
    file.writeBytes(trailer);
    return file.toByteArray();
  }

  /** The same with one number of the trailer, at its place from the end, replaced. */
  byte[] buildWithTrailer(int fromEnd, long number) {
    byte[] bytes = build();
    ByteBuffer.wrap(bytes).putLong(bytes.length - fromEnd, number);
    return bytes;
  }
}
