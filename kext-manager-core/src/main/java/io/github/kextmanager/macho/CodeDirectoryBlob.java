package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A code directory as it lies in a signature; its places were checked. The fields are those of
 * {@code CS_CodeDirectory} (xnu, cs_blobs.h).
 */
final class CodeDirectoryBlob {
  private static final int HEADER = 44;
  private static final int WITH_SCATTER = 0x20100;
  private static final int WITH_TEAM = 0x20200;
  private static final int WITH_LIMIT_64 = 0x20300;

  /** The oldest version, and the first that means something else (Security, codedirectory.h). */
  private static final int EARLIEST = 0x20001;

  private static final int INCOMPATIBLE = 0x2f000;

  /** The largest logarithm of a page size that makes sense: the whole of any file. */
  private static final int MAXIMUM_PAGE_BITS = 32;

  private static final int CD_HASH = 20;

  private final byte[] blob;
  private final ByteBuffer fields;
  private final HashType hash;

  private CodeDirectoryBlob(byte[] blob, HashType hash) {
    this.blob = blob;
    this.fields = ByteBuffer.wrap(blob);
    this.hash = hash;
  }

  /**
   * Reads one.
   *
   * @param blob with its header; its length was checked
   * @param parts where to put what is wrong with it
   * @return empty if it is of no use
   */
  static Optional<CodeDirectoryBlob> read(byte[] blob, SignatureParts parts) {
    ByteBuffer fields = ByteBuffer.wrap(blob);
    if (blob.length < HEADER || fields.getInt(0) != SignatureParts.CODE_DIRECTORY_MAGIC) {
      parts.flaw("What should be a code directory is none.");
      return Optional.empty();
    }
    int version = fields.getInt(8);
    if (version < EARLIEST || version >= INCOMPATIBLE || blob.length < header(version)) {
      parts.flaw(
          "A code directory of version %#x with %d bytes is not known."
              .formatted(version, blob.length));
      return Optional.empty();
    }
    Optional<HashType> hash = HashType.numbered(Byte.toUnsignedInt(fields.get(37)));
    if (hash.isEmpty() || hash.get().size() != Byte.toUnsignedInt(fields.get(36))) {
      parts.flaw(
          "A code directory has hashes of type %d with %d bytes, which are not known."
              .formatted(fields.get(37), fields.get(36)));
      return Optional.empty();
    }
    var directory = new CodeDirectoryBlob(blob, hash.get());
    Optional<String> fault = directory.fault();
    fault.ifPresent(parts::flaw);
    return fault.isPresent() ? Optional.empty() : Optional.of(directory);
  }

  private static int header(int version) {
    if (version >= WITH_LIMIT_64) {
      return 64;
    }
    if (version >= WITH_TEAM) {
      return 52;
    }
    return version >= WITH_SCATTER ? 48 : HEADER;
  }

  private Optional<String> fault() {
    long size = hash.size();
    long before = Integer.toUnsignedLong(fields.getInt(24)) * size;
    long after = Integer.toUnsignedLong(fields.getInt(28)) * size;
    long zero = Integer.toUnsignedLong(fields.getInt(16));
    if (zero - before < header(version()) || zero + after > blob.length) {
      return Optional.of(
          "The hashes of a code directory (%d and %d bytes around %d) are not in it."
              .formatted(before, after, zero));
    }
    if (text(fields.getInt(20)).isEmpty()) {
      return Optional.of("The identifier of a code directory is not in it.");
    }
    int team = teamOffset();
    if (team != 0 && text(team).isEmpty()) {
      return Optional.of("The team identifier of a code directory is not in it.");
    }
    return codeLimit() < 0 || pageBits() > MAXIMUM_PAGE_BITS
        ? Optional.of("A code directory has impossible sizes.")
        : Optional.empty();
  }

  int version() {
    return fields.getInt(8);
  }

  int flagBits() {
    return fields.getInt(12);
  }

  HashType hash() {
    return hash;
  }

  String identifier() {
    return text(fields.getInt(20)).orElseThrow();
  }

  Optional<String> teamIdentifier() {
    return teamOffset() == 0 ? Optional.empty() : text(teamOffset());
  }

  boolean hasScatter() {
    return version() >= WITH_SCATTER && fields.getInt(44) != 0;
  }

  long codeLimit() {
    long wide = version() >= WITH_LIMIT_64 ? fields.getLong(56) : 0;
    return wide != 0 ? wide : Integer.toUnsignedLong(fields.getInt(32));
  }

  /** How many bytes a page has; all of the code if it is not cut into pages. */
  long pageSize() {
    return pageBits() == 0 ? Math.max(codeLimit(), 1) : 1L << pageBits();
  }

  int codeSlots() {
    return fields.getInt(28);
  }

  /** Whether a page has this hash. */
  boolean isPage(int page, byte[] found) {
    return isHash(fields.getInt(16) + page * hash.size(), found);
  }

  /** Whether there is a hash in a special slot; one of zeros is none. */
  boolean covers(SpecialSlot slot) {
    return slot.number() <= Integer.toUnsignedLong(fields.getInt(24))
        && !isHash(offset(slot), new byte[hash.size()]);
  }

  /** Whether a special slot, which is covered, has this hash. */
  boolean isSpecial(SpecialSlot slot, byte[] found) {
    return isHash(offset(slot), found);
  }

  /** How macOS names the code: the hash of the directory, cut to 20 bytes. */
  String cdHash() {
    return HexFormat.of().formatHex(hash.of(blob), 0, CD_HASH);
  }

  private int offset(SpecialSlot slot) {
    return fields.getInt(16) - slot.number() * hash.size();
  }

  private boolean isHash(int offset, byte[] found) {
    return Arrays.equals(blob, offset, offset + hash.size(), found, 0, found.length);
  }

  private int pageBits() {
    return Byte.toUnsignedInt(fields.get(39));
  }

  private int teamOffset() {
    return version() >= WITH_TEAM ? fields.getInt(48) : 0;
  }

  /** A text that ends with a zero byte; empty if it does not lie in the directory. */
  private Optional<String> text(int offset) {
    if (offset < HEADER || offset >= blob.length) {
      return Optional.empty();
    }
    int end = offset;
    while (end < blob.length && blob[end] != 0) {
      end++;
    }
    return end == blob.length
        ? Optional.empty()
        : Optional.of(new String(blob, offset, end - offset, UTF_8));
  }
}
