package io.github.kextmanager.testing.bundle;

import java.nio.ByteBuffer;

/** Writes the signature that an executable carries: code directory, requirements, empty rest. */
record EmbeddedSignature(CodeDirectory directory) implements CodeSigner {
  private static final int MAGIC = 0xfade0cc0;
  private static final int HEADER = 12 + 3 * 8;
  private static final int SLOT_CODE_DIRECTORY = 0;
  private static final int SLOT_REQUIREMENTS = 2;
  private static final int SLOT_CRYPTOGRAPHY = 0x10000;

  @Override
  public int size(int codeLimit) {
    return HEADER
        + directory.size(codeLimit)
        + SignatureBlobs.REQUIREMENTS.size()
        + SignatureBlobs.WITHOUT_CRYPTOGRAPHY.size();
  }

  @Override
  public byte[] sign(byte[] file, int codeLimit) {
    byte[] code = directory.of(file, codeLimit);
    int size = size(codeLimit);
    int requirements = HEADER + code.length;
    ByteBuffer blob = ByteBuffer.allocate(size).putInt(MAGIC).putInt(size).putInt(3);
    blob.putInt(SLOT_CODE_DIRECTORY).putInt(HEADER);
    blob.putInt(SLOT_REQUIREMENTS).putInt(requirements);
    blob.putInt(SLOT_CRYPTOGRAPHY).putInt(requirements + SignatureBlobs.REQUIREMENTS.size());
    blob.put(code);
    blob.put(SignatureBlobs.REQUIREMENTS.bytes());
    blob.put(SignatureBlobs.WITHOUT_CRYPTOGRAPHY.bytes());
    return blob.array();
  }
}
