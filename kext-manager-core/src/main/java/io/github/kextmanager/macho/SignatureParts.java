package io.github.kextmanager.macho;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of a signature by the numbers of their slots. All numbers in them are big-endian; each
 * part begins with a magic number and its length (xnu, cs_blobs.h).
 */
final class SignatureParts {
  /** The slot of the primary code directory. */
  static final int CODE_DIRECTORY = 0;

  /** The slot of the first of the other code directories. */
  static final int ALTERNATE_CODE_DIRECTORY = 0x1000;

  /** How many other code directories there can be. */
  static final int ALTERNATES = 5;

  /** The slot of the cryptographic signature. */
  static final int CMS = 0x1_0000;

  static final int CODE_DIRECTORY_MAGIC = 0xfade0c02;
  static final int ENTITLEMENTS_MAGIC = 0xfade7171;
  static final int WRAPPER_MAGIC = 0xfade0b01;

  /** The magic number and the length before each part. */
  static final int BLOB_HEADER = 8;

  private static final int EMBEDDED_SIGNATURE = 0xfade0cc0;
  private static final int HEADER = 12;
  private static final int INDEX = 8;

  /** A signature has about ten parts; the index could claim two million. */
  private static final int MAXIMUM_PARTS = 64;

  private final Map<Integer, byte[]> parts = new TreeMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  /** The parts of an embedded signature. */
  static SignatureParts embedded(byte[] signature) {
    var read = new SignatureParts();
    read.readIndex(signature);
    return read;
  }

  /** No parts, to begin with. */
  static SignatureParts none() {
    return new SignatureParts();
  }

  /** A part with its header. */
  Optional<byte[]> part(int slot) {
    return Optional.ofNullable(parts.get(slot));
  }

  /** A part without its header, if it has the right magic number. */
  Optional<byte[]> content(int slot, int magic) {
    return part(slot)
        .filter(blob -> blob.length >= BLOB_HEADER && ByteBuffer.wrap(blob).getInt(0) == magic)
        .map(blob -> Arrays.copyOfRange(blob, BLOB_HEADER, blob.length));
  }

  List<Flaw> flaws() {
    return Collections.unmodifiableList(flaws);
  }

  void add(int slot, byte[] part) {
    parts.put(slot, part);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  void flaw(String explanation) {
    flaws.add(new Flaw(Flaw.Kind.BAD_SIGNATURE_PART, explanation));
  }

  /** Notes bytes that no hash covers; two code directories may leave out the same. */
  void notCovered(String explanation) {
    Flaw flaw = new Flaw(Flaw.Kind.CODE_NOT_COVERED, explanation);
    if (!flaws.contains(flaw)) {
      flaws.add(flaw);
    }
  }

  private void readIndex(byte[] signature) {
    if (signature.length < HEADER) {
      flaw("The signature has %d bytes only.".formatted(signature.length));
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(signature);
    if (header.getInt(0) != EMBEDDED_SIGNATURE) {
      flaw("The signature begins with %08x, not as signatures do.".formatted(header.getInt(0)));
      return;
    }
    long length = Integer.toUnsignedLong(header.getInt(4));
    long count = Integer.toUnsignedLong(header.getInt(8));
    if (length > signature.length || length < HEADER + Math.min(count, MAXIMUM_PARTS) * INDEX) {
      flaw(
          "The signature claims %d bytes with %d parts; %d bytes are there."
              .formatted(length, count, signature.length));
      return;
    }
    if (count > MAXIMUM_PARTS) {
      flaw("The signature claims %d parts; %d are read.".formatted(count, MAXIMUM_PARTS));
    }
    readParts(header.limit((int) length), (int) Math.min(count, MAXIMUM_PARTS));
  }

  private void readParts(ByteBuffer signature, int count) {
    List<Extent> taken = new ArrayList<>();
    taken.add(new Extent(0, HEADER + (long) count * INDEX));
    for (int i = 0; i < count; i++) {
      int slot = signature.getInt(HEADER + i * INDEX);
      long offset = Integer.toUnsignedLong(signature.getInt(HEADER + i * INDEX + 4));
      Optional<Extent> extent = partAt(signature, offset);
      if (extent.isEmpty()) {
        flaw("Part %#x at %d is not in the signature.".formatted(slot, offset));
      } else if (parts.containsKey(slot)) {
        flaw("Part %#x is there twice; the first one counts.".formatted(slot));
      } else if (taken.stream().anyMatch(extent.get()::overlaps)) {
        flaw("Part %#x (%s) lies over another part.".formatted(slot, extent.get()));
      } else {
        taken.add(extent.get());
        byte[] part = new byte[(int) extent.get().size()];
        signature.get((int) offset, part);
        add(slot, part);
      }
    }
  }

  private static Optional<Extent> partAt(ByteBuffer signature, long offset) {
    if (!new Extent(offset, BLOB_HEADER).fitsIn(signature.limit())) {
      return Optional.empty();
    }
    long length = Integer.toUnsignedLong(signature.getInt((int) offset + 4));
    Extent extent = new Extent(offset, length);
    return length >= BLOB_HEADER && extent.fitsIn(signature.limit())
        ? Optional.of(extent)
        : Optional.empty();
  }
}
