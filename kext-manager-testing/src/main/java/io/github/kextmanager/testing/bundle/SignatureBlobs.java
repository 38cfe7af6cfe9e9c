package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;

/** The parts of a signature beside the code directory. */
final class SignatureBlobs {
  private static final int REQUIREMENTS = 0xfade0c01;
  private static final int CRYPTOGRAPHY = 0xfade0b01;
  private static final int HEADER = 8;

  private SignatureBlobs() {}

  /** Requirements that ask for nothing. */
  static byte[] requirements() {
    return blob(REQUIREMENTS, new byte[4]);
  }

  /** The place of the cryptographic signature, which may be empty. */
  static byte[] cryptography(byte[] signature) {
    return blob(CRYPTOGRAPHY, signature);
  }

  private static byte[] blob(int magic, byte[] content) {
    int size = HEADER + content.length;
    return ByteBuffer.allocate(size).putInt(magic).putInt(size).put(content).array();
  }
}
