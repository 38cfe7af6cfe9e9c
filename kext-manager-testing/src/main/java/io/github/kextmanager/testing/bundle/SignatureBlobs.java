package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;

/** The parts of a signature that are always the same, because there is nothing in them. */
enum SignatureBlobs {
  /** Requirements that ask for nothing. */
  REQUIREMENTS(0xfade0c01, 12),
  /** The place of the cryptographic signature, which nobody makes. */
  WITHOUT_CRYPTOGRAPHY(0xfade0b01, 8);

  private final int magic;
  private final int size;

  SignatureBlobs(int magic, int size) {
    this.magic = magic;
    this.size = size;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return ByteBuffer.allocate(size).putInt(magic).putInt(size).array();
  }
}
