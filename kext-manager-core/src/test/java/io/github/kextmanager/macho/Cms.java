package io.github.kextmanager.macho;

import java.util.Arrays;

/** Makes cryptographic signatures that name a signer and bring certificates, but sign nothing. */
final class Cms {
  private static final byte[] SIGNED_DATA = Der.oid("1.2.840.113549.1.7.2");
  private static final byte[] DATA = Der.sequence(Der.oid("1.2.840.113549.1.7.1"));

  private Cms() {}

  static byte[] signedBy(Identity signer, Identity... certificates) {
    return Der.sequence(
        SIGNED_DATA,
        Der.tagged(
            0xa0,
            Der.sequence(
                Der.integer(1), Der.set(), DATA, certificates(certificates), signers(signer))));
  }

  /** The same with open lengths, as Apple writes it. */
  static byte[] openSignedBy(Identity signer, Identity... certificates) {
    return Der.open(
        0x30,
        SIGNED_DATA,
        Der.open(
            0xa0,
            Der.open(
                0x30,
                Der.integer(1),
                Der.set(),
                DATA,
                certificates(certificates),
                signers(signer))));
  }

  static byte[] signedByNobody(Identity... certificates) {
    return Der.sequence(
        SIGNED_DATA,
        Der.tagged(
            0xa0,
            Der.sequence(Der.integer(1), Der.set(), DATA, certificates(certificates), Der.set())));
  }

  private static byte[] certificates(Identity... certificates) {
    return Der.tagged(
        0xa0, Arrays.stream(certificates).map(Identity::certificate).toArray(byte[][]::new));
  }

  private static byte[] signers(Identity signer) {
    return Der.set(Der.sequence(Der.integer(1), signer.issuerAndNumber()));
  }
}
