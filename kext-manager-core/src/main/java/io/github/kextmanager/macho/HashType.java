package io.github.kextmanager.macho;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** With what the hashes of a code directory were made, weakest first (xnu, cs_blobs.h). */
public enum HashType {
  /** SHA-1. */
  SHA_1(1, "SHA-1", 20),
  /** SHA-256, cut to 20 bytes. */
  SHA_256_TRUNCATED(3, "SHA-256", 20),
  /** SHA-256. */
  SHA_256(2, "SHA-256", 32),
  /** SHA-384. */
  SHA_384(4, "SHA-384", 48);

  private final int number;
  private final String algorithm;
  private final int size;

  HashType(int number, String algorithm, int size) {
    this.number = number;
    this.algorithm = algorithm;
    this.size = size;
  }

  static Optional<HashType> numbered(int number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  /** How many bytes a hash has. */
  int size() {
    return size;
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has " + algorithm, impossible);
    }
  }

  /** The hash of some bytes. */
  byte[] of(byte[] bytes) {
    return finish(digest().digest(bytes));
  }

  /** The hash that a digest has come to. */
  byte[] finish(byte[] digested) {
    return Arrays.copyOf(digested, size);
  }
}
