package io.github.kextmanager.testing.codesign;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parts of an embedded signature by their numbers, for the figures that codesign prints of them
 * (xnu, osfmk/kern/cs_blobs.h). Whatever does not fit is taken as missing.
 *
 * @param bytes the signature, big-endian as it is
 */
record SignatureBlobs(ByteBuffer bytes) {
  private static final int EMBEDDED = 0xfade0cc0;
  private static final int REQUIREMENTS = 2;
  private static final int FIRST_ALTERNATE = 0x1000;
  private static final int LAST_ALTERNATE = 0x1004;
  private static final int CMS = 0x10000;
  private static final int HEADER = 8;
  private static final int MAXIMUM_PARTS = 64;
  private static final int WITH_RUNTIME = 0x20500;

  /** A code directory's figures. */
  record Figures(int size, int specialSlots, int codeSlots, int platform, OptionalInt runtime) {}

  /** The figures of the code directory with a kind of hash. */
  Optional<Figures> codeDirectory(int hashType) {
    return part(0)
        .filter(blob -> hasHash(blob, hashType))
        .or(
            () -> {
              for (int number = FIRST_ALTERNATE; number <= LAST_ALTERNATE; number++) {
                Optional<ByteBuffer> blob = part(number).filter(each -> hasHash(each, hashType));
                if (blob.isPresent()) {
                  return blob;
                }
              }
              return Optional.empty();
            })
        .map(SignatureBlobs::figures);
  }

  private static boolean hasHash(ByteBuffer blob, int hashType) {
    return blob.capacity() >= 44 && blob.get(37) == hashType;
  }

  private static Figures figures(ByteBuffer blob) {
    boolean hasRuntime = blob.getInt(8) >= WITH_RUNTIME && blob.capacity() >= 92;
    int runtime = hasRuntime ? blob.getInt(88) : 0;
    return new Figures(
        blob.capacity(),
        blob.getInt(24),
        blob.getInt(28),
        blob.get(38) & 0xff,
        runtime == 0 ? OptionalInt.empty() : OptionalInt.of(runtime));
  }

  /** The size of the cryptographic signature, if there is one that is not empty. */
  OptionalInt signatureSize() {
    return part(CMS)
        .map(blob -> blob.capacity() - HEADER)
        .filter(size -> size > 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** {@code count=1 size=180} of the internal requirements, if there are any. */
  Optional<String> requirements() {
    return part(REQUIREMENTS)
        .filter(blob -> blob.capacity() >= 12)
        .map(blob -> "count=%d size=%d".formatted(blob.getInt(8), blob.capacity()));
  }

  private Optional<ByteBuffer> part(int number) {
    if (bytes.capacity() < 12 || bytes.getInt(0) != EMBEDDED) {
      return Optional.empty();
    }
    int parts = Math.min(bytes.getInt(8), MAXIMUM_PARTS);
    for (int i = 0; i < parts && 12 + 8 * (i + 1) <= bytes.capacity(); i++) {
      if (bytes.getInt(12 + 8 * i) == number) {
        return blob(bytes.getInt(16 + 8 * i));
      }
    }
    return Optional.empty();
  }

  private Optional<ByteBuffer> blob(int offset) {
    if (offset < 0 || offset > bytes.capacity() - HEADER) {
      return Optional.empty();
    }
    int size = bytes.getInt(offset + 4);
    return size < HEADER || size > bytes.capacity() - offset
        ? Optional.empty()
        : Optional.of(bytes.slice(offset, size));
  }
}
