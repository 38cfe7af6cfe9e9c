package io.github.kextmanager.macho;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file of which parts are read. Its size is what it was at the beginning.
 *
 * <p>The first bytes are read at once and kept: most questions are answered by them.
 */
final class FileBytes {
  /** Holds the header, the load commands, and often all, of an executable. */
  private static final int KEPT = 32 * 1024;

  private final byte[] beginning;
  private final @Nullable FileChannel channel;
  private final long size;

  private FileBytes(byte[] beginning, @Nullable FileChannel channel, long size) {
    this.beginning = beginning;
    this.channel = channel;
    this.size = size;
  }

  /** Bytes that are in memory. */
  static FileBytes of(byte[] bytes) {
    return new FileBytes(bytes, null, bytes.length);
  }

  /** An open file that had a size when it was looked at. */
  static FileBytes of(FileChannel channel, long size) throws IOException {
    byte[] beginning = new byte[(int) Math.min(size, KEPT)];
    fill(channel, beginning, 0);
    return new FileBytes(beginning, channel, size);
  }

  long size() {
    return size;
  }

  /**
   * Reads.
   *
   * @param offset where; it and the count fit in the size
   * @param count how many bytes
   * @throws EOFException if the file is shorter by now
   * @throws IOException if reading fails
   */
  byte[] read(long offset, int count) throws IOException {
    if (!new Extent(offset, count).fitsIn(size)) {
      throw new IllegalArgumentException("Not in the file: " + new Extent(offset, count));
    }
    if (channel == null || offset + count <= beginning.length) {
      return Arrays.copyOfRange(beginning, (int) offset, (int) offset + count);
    }
    byte[] bytes = new byte[count];
    fill(channel, bytes, offset);
    return bytes;
  }

  private static void fill(FileChannel channel, byte[] bytes, long offset) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
  }
}
