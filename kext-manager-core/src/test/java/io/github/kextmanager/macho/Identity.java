package io.github.kextmanager.macho;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;

/** A certificate made for a test, and the key that it certifies. */
final class Identity {
  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));

  private final byte[] name;
  private final long serialNumber;
  private final KeyPair keys;
  private final byte[] issuerName;
  private final byte[] certificate;

  private Identity(
      byte[] name, long serialNumber, KeyPair keys, byte[] issuerName, byte[] certificate) {
    this.name = name;
    this.serialNumber = serialNumber;
    this.keys = keys;
    this.issuerName = issuerName;
    this.certificate = certificate;
  }

  /** One that certifies itself. */
  static Identity root(String commonName) {
    KeyPair keys = keys();
    byte[] name = name(commonName, "Test Authority");
    return new Identity(name, 1, keys, name, certificate(1, keys, name, name, keys, List.of()));
  }

  /** One that this certifies. */
  Identity issue(long number, String commonName, String unit, String... extensions) {
    KeyPair ownKeys = keys();
    byte[] ownName = name(commonName, unit);
    return new Identity(
        ownName,
        number,
        ownKeys,
        name,
        certificate(number, keys, name, ownName, ownKeys, List.of(extensions)));
  }

  byte[] certificate() {
    return certificate;
  }

  /** How a signature names the certificate. */
  byte[] issuerAndNumber() {
    return Der.sequence(issuerName, Der.integer(serialNumber));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] name(String commonName, String unit) {
    return Der.sequence(
        Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(commonName))),
        Der.set(Der.sequence(Der.oid("2.5.4.11"), Der.text(unit))));
  }

  private static byte[] certificate(
      long number,
      KeyPair issuerKeys,
      byte[] issuer,
      byte[] subject,
      KeyPair keys,
      List<String> extensions) {
    byte[] listed =
        Der.join(
            extensions.stream()
                .map(
                    extension ->
                        Der.sequence(
                            Der.oid(extension),
                            Der.tagged(0x01, new byte[] {(byte) 0xff}),
                            Der.tagged(0x04, new byte[] {5, 0})))
                .toArray(byte[][]::new));
    byte[] body =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(2)),
            Der.integer(number),
            ECDSA_SHA256,
            issuer,
            Der.sequence(Der.time("200101000000Z"), Der.time("400101000000Z")),
            subject,
            keys.getPublic().getEncoded(),
            extensions.isEmpty() ? new byte[0] : Der.tagged(0xa3, Der.sequence(listed)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(issuerKeys.getPrivate());
      signature.update(body);
      return Der.sequence(body, ECDSA_SHA256, Der.tagged(0x03, new byte[1], signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
