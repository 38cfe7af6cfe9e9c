package io.github.kextmanager.macho;

/**
 * A run of bytes, as a header claims it. Both numbers are unsigned.
 *
 * @param offset where it begins
 * @param size how long it is
 */
public record Extent(long offset, long size) {

  /** Whether it lies in the first bytes of something. */
  boolean fitsIn(long limit) {
    return offset >= 0 && offset <= limit && size >= 0 && size <= limit - offset;
  }

  /** Whether it shares a byte with another. Both fit in a file. */
  boolean overlaps(Extent other) {
    return size > 0
        && other.size > 0
        && offset < other.offset + other.size
        && other.offset < offset + size;
  }

  /** Returns such as {@code 512 bytes at 4096}, for messages. */
  @Override
  public String toString() {
    return "%s bytes at %s".formatted(Long.toUnsignedString(size), Long.toUnsignedString(offset));
  }
}
