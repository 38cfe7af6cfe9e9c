package io.github.kextmanager.macho;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An element of ASN.1 in its basic encoding, in which a length may be left open: Apple's signatures
 * do that. Only as much is understood as is needed to find the certificates.
 *
 * @param tag the first byte
 * @param start where it begins
 * @param content where its content begins
 * @param contentEnd where its content ends
 * @param end where it ends, an end mark included
 */
record Ber(int tag, int start, int content, int contentEnd, int end) {
  static final int INTEGER = 0x02;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int CONTEXT_0 = 0xa0;

  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;
  private static final int OPEN_LENGTH = 0x80;

  /** Signatures nest about eight deep before the certificates. */
  private static final int MAXIMUM_DEPTH = 16;

  /**
   * The element at a place.
   *
   * @return empty if there is none that ends before the limit
   */
  static Optional<Ber> at(byte[] bytes, int start, int limit) {
    return at(bytes, start, limit, 0);
  }

  private static Optional<Ber> at(byte[] bytes, int start, int limit, int depth) {
    if (depth > MAXIMUM_DEPTH || limit - start < 2) {
      return Optional.empty();
    }
    int tag = Byte.toUnsignedInt(bytes[start]);
    int first = Byte.toUnsignedInt(bytes[start + 1]);
    int content = start + 2;
    if ((tag & LONG_TAG) == LONG_TAG) {
      return Optional.empty();
    }
    if (first == OPEN_LENGTH) {
      return (tag & CONSTRUCTED) == 0 ? Optional.empty() : open(bytes, tag, start, limit, depth);
    }
    long length = first;
    if (first > OPEN_LENGTH) {
      int count = first - OPEN_LENGTH;
      if (count > Integer.BYTES || limit - content < count) {
        return Optional.empty();
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << Byte.SIZE | Byte.toUnsignedInt(bytes[content + i]);
      }
      content += count;
    }
    if (length > limit - content) {
      return Optional.empty();
    }
    int end = content + (int) length;
    return Optional.of(new Ber(tag, start, content, end, end));
  }

  private static Optional<Ber> open(byte[] bytes, int tag, int start, int limit, int depth) {
    int at = start + 2;
    while (limit - at >= 2) {
      if (bytes[at] == 0 && bytes[at + 1] == 0) {
        return Optional.of(new Ber(tag, start, start + 2, at, at + 2));
      }
      Optional<Ber> child = at(bytes, at, limit, depth + 1);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      at = child.get().end();
    }
    return Optional.empty();
  }

  /** The elements in it, up to the first that is none. */
  List<Ber> children(byte[] bytes) {
    List<Ber> children = new ArrayList<>();
    int at = content;
    Optional<Ber> child = at(bytes, at, contentEnd);
    while (child.isPresent()) {
      children.add(child.get());
      at = child.get().end();
      child = at(bytes, at, contentEnd);
    }
    return children;
  }

  /** Its bytes, tag and length included. */
  byte[] whole(byte[] bytes) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** The bytes of its content. */
  byte[] contentOf(byte[] bytes) {
    return Arrays.copyOfRange(bytes, content, contentEnd);
  }
}
