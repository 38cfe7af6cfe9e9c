package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;

/** Writes the signature that an executable carries: code directory, requirements, certificates. */
final class EmbeddedSignature implements CodeSigner {
  private static final int MAGIC = 0xfade0cc0;
  private static final int HEADER = 12 + 3 * 8;
  private static final int SLOT_CODE_DIRECTORY = 0;
  private static final int SLOT_REQUIREMENTS = 2;
  private static final int SLOT_CRYPTOGRAPHY = 0x10000;

  private final CodeDirectory directory;
  private final byte[] requirements = SignatureBlobs.requirements();
  private final byte[] cryptography;

  EmbeddedSignature(CodeDirectory directory, byte[] cryptography) {
    this.directory = directory;
    this.cryptography = SignatureBlobs.cryptography(cryptography);
  }

  @Override
  public int size(int codeLimit) {
    return HEADER + directory.size(codeLimit) + requirements.length + cryptography.length;
  }

  @Override
  public byte[] sign(byte[] file, int codeLimit) {
    byte[] code = directory.of(file, codeLimit);
    int size = size(codeLimit);
    int afterCode = HEADER + code.length;
    ByteBuffer blob = ByteBuffer.allocate(size).putInt(MAGIC).putInt(size).putInt(3);
    blob.putInt(SLOT_CODE_DIRECTORY).putInt(HEADER);
    blob.putInt(SLOT_REQUIREMENTS).putInt(afterCode);
    blob.putInt(SLOT_CRYPTOGRAPHY).putInt(afterCode + requirements.length);
    blob.put(code);
    blob.put(requirements);
    blob.put(cryptography);
    return blob.array();
  }
}
