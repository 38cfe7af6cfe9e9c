package io.github.kextmanager.testing.bundle;

/** Makes the signature that stands behind the code. */
interface CodeSigner {
  /** How long the signature of code of a length is. */
  int size(int codeLimit);

  /** The signature of the beginning of a file. */
  byte[] sign(byte[] file, int codeLimit);
}
