package io.github.kextmanager.testing.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes. */
final class Sha256 {
  static final int SIZE = 32;

  private Sha256() {}

  static byte[] of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  static byte[] of(byte[] bytes, int from, int count) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, count);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
